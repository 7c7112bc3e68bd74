"""A hospital's proxy: wants a login (Basic), writes down what it was asked and with which, and leads nowhere further."""

import base64

from loopback import Handler, serve


class Proxy:
    def __init__(self, user, password):
        self.requests = []  # (line, the login that came with it or None)
        right = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        proxy = self

        class Asked(Handler):
            def answer(self):
                given = self.headers.get("Proxy-Authorization")
                proxy.requests.append((f"{self.command} {self.path}", given and base64.b64decode(given[6:]).decode()))
                if given != right:
                    self.send_response(407)
                    self.send_header("Proxy-Authenticate", 'Basic realm="Hastane"')
                else:
                    self.send_response(502)  # let through, but nobody is there
                    self.send_header("Connection", "close")
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", "5")
                self.end_headers()
                self.wfile.write(b"login")

            do_CONNECT = do_GET = do_POST = answer

        self.server = serve(Asked)

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_address[1]}"

    def logins(self):
        return [login for _, login in self.requests if login]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
