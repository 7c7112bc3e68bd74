"""A hospital's proxy: wants a login (Basic or NTLM), writes down what it was asked and with which, and leads nowhere
further."""

import base64
import struct

from loopback import Handler, serve


CHALLENGE = (b"NTLMSSP\0" + struct.pack("<IHHII", 2, 0, 0, 48, 0x00888205) + b"12345678" + bytes(8) +
             struct.pack("<HHI", 4, 4, 48) + bytes(4))


def ntlm_user(message):
    """`DOMAIN\\user` of NTLM's last message."""
    def text(place):
        length, _, start = struct.unpack_from("<HHI", message, place)
        return message[start:start + length].decode("utf-16-le")
    return text(28) + "\\" + text(36)


class NtlmProxy:
    def __init__(self, user):
        self.requests = []  # (line, the user that answered its challenge or None)
        proxy = self

        class Asked(Handler):
            challenged = False  # an object lives as long as its connection

            def answer(self):
                given = self.headers.get("Proxy-Authorization", "")
                message = base64.b64decode(given[5:]) if given.startswith("NTLM ") else b""
                kind = message[8] if message else 0
                answered = ntlm_user(message) if kind == 3 and self.challenged else None
                proxy.requests.append((f"{self.command} {self.path}", answered))
                self.challenged = kind == 1
                if answered == user:
                    self.send_response(502)
                    self.send_header("Connection", "close")
                else:
                    self.send_response(407)
                    challenge = " " + base64.b64encode(CHALLENGE).decode() if self.challenged else ""
                    self.send_header("Proxy-Authenticate", "NTLM" + challenge)
                self.send_header("Content-Length", "5")
                self.end_headers()
                self.wfile.write(b"login")

            do_CONNECT = do_GET = do_POST = answer

        self.server = serve(Asked)

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_address[1]}"

    def logins(self):
        return [user for _, user in self.requests if user]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


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
