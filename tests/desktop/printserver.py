"""Print servers for the window: one that takes each job (IPP, RFC 8011) and one that takes connections and never answers."""

import http.server
import socket
import struct
import threading
import time

OPERATION, JOB, END, PRINTER = 1, 2, 3, 4
INTEGER, ENUMERATION, TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE = 0x21, 0x23, 0x41, 0x42, 0x44, 0x45, 0x47, 0x48
JOB_OPERATIONS = (2, 5, 6)  # Print-Job, Create-Job, Send-Document


def attribute(tag, name, value):
    if isinstance(value, int):
        value = struct.pack(">i", value)
    name, value = name.encode(), value if isinstance(value, bytes) else value.encode()
    return bytes([tag]) + struct.pack(">H", len(name)) + name + struct.pack(">H", len(value)) + value


def is_job(asked):
    return asked[2] == 0 and asked[3] in JOB_OPERATIONS


def reply(asked, printer):
    body = asked[:2] + b"\0\0" + asked[4:8] + bytes([OPERATION])
    body += attribute(CHARSET, "attributes-charset", "utf-8") + attribute(LANGUAGE, "attributes-natural-language", "en")
    if is_job(asked):
        body += bytes([JOB]) + attribute(INTEGER, "job-id", 7) + attribute(ENUMERATION, "job-state", 9)
    else:
        body += bytes([PRINTER]) + attribute(NAME, "printer-name", printer)
        body += attribute(URI, "printer-uri-supported", f"ipp://localhost/printers/{printer}")
        body += attribute(TEXT, "printer-info", printer) + attribute(ENUMERATION, "printer-type", 4)
        body += attribute(KEYWORD, "media-default", "iso_a4_210x297mm")
    return body + bytes([END])


class PrintServer:
    """With one printer; `documents` is what it was given. A job waits as long as `busy` is set; `has_job`: one came."""

    def __init__(self, printer):
        documents = self.documents = []
        busy = self.busy = threading.Event()
        has_job = self.has_job = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def body(self):
                if self.headers.get("Transfer-Encoding") != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length", 0)))
                parts = []
                while size := int(self.rfile.readline(), 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(parts)

            def do_POST(self):
                if self.headers.get("Expect"):
                    self.send_response_only(100)
                    self.end_headers()
                asked = self.body()
                if b"%PDF" in asked:
                    documents.append(asked[asked.index(b"%PDF"):])
                if is_job(asked):
                    has_job.set()
                    while busy.is_set():
                        time.sleep(0.01)
                answer = reply(asked, printer)
                self.send_response(200)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def do_GET(self):  # a PPD: there is none
                self.send_error(404)

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = "127.0.0.1:%d" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.busy.clear()
        self.server.shutdown()
        self.server.server_close()


class SilentPrintServer:
    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address = "127.0.0.1:%d" % self.socket.getsockname()[1]

    def close(self):
        self.socket.close()
