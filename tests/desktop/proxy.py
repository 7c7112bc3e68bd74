"""A hospital's proxy: wants a login (Basic), writes down what it was asked and with which, and leads nowhere further."""

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Proxy:
    def __init__(self, user, password):
        self.requests = []  # (line, the login that came with it or None)
        right = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

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

            def log_message(self, *_):
                pass

            def handle(self):
                try:
                    super().handle()
                except OSError:
                    pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_address[1]}"

    def logins(self):
        return [login for _, login in self.requests if login]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
