"""Signing from the training ministry's "Deneme sayfası": programs, modules that listen on this computer, .jnlp files."""

import base64
import hashlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

import assistant as a
from cases import main
from loopback import Handler, serve
from tryout import TryoutCase

SCHEME = "hekim-egitim-imza"


class Agent:
    """An e-signature module on this computer: plain HTTP and WebSocket on one port, which writes down what it got."""

    def __init__(self):
        self.got = []
        agent = self

        class Asked(Handler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                agent.got.append(("http", self.headers.get("Origin"), body))
                self.send_response(200)
                for name, value in (("Access-Control-Allow-Origin", self.headers.get("Origin", "")),
                                    ("Content-Type", "text/plain"), ("Content-Length", "10")):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(b"imzalandi!")

            def do_GET(self):
                """The WebSocket's handshake and one message each way (RFC 6455)."""
                key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
                self.send_response(101)
                for name, value in (("Upgrade", "websocket"), ("Connection", "Upgrade"),
                                    ("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())):
                    self.send_header(name, value)
                self.end_headers()
                _, length = self.rfile.read(2)
                mask = self.rfile.read(4)
                message = bytes(byte ^ mask[i % 4] for i, byte in enumerate(self.rfile.read(length & 127))).decode()
                agent.got.append(("socket", self.headers.get("Origin"), message))
                answer = f"imza: {message}".encode()
                self.wfile.write(bytes([0x81, len(answer)]) + answer)
                self.rfile.read(2)
                self.close_connection = True

        self.server = serve(Asked)

    @property
    def port(self):
        return str(self.server.server_address[1])

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class TryoutSign(TryoutCase):
    def install(self, title, kind, name="imza"):
        """A desktop entry of the user's own and its program, which writes down what it was started with."""
        data, config = self.program.place / "data", self.program.place / "config"
        program, started = data / name, data / f"{name}.started"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{started}"\n')
        program.chmod(0o700)
        (data / "applications").mkdir(exist_ok=True)
        (data / "applications" / f"{name}.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName={title}\nExec={program} %u\n", encoding="utf-8")
        (config / "mimeapps.list").write_text(f"[Default Applications]\n{kind}={name}.desktop\n")
        return started

    def test_S6_the_listed_program_starts_after_a_question(self):
        started = self.install("Deneme İmza", f"x-scheme-handler/{SCHEME}")
        self.opened()
        self.press_in_page("İmza programını çağır")
        self.assertSays("Deneme İmza")
        self.keep(lambda: not started.exists(), "nothing starts before the answer")
        self.press("Başlat")
        a.until(lambda: started.exists() and started.read_text() == f"{SCHEME}:deneme?belge=1\n",
                "the program got the page's address as it stands")
        self.page_is_there()

    def test_a_listed_program_that_is_missing_is_said_so(self):
        self.opened()
        self.press_in_page("İmza programını çağır")
        self.assertSays("e-imza modülünü kurmasını")

    def test_S6_an_unlisted_program_does_not_start(self):
        started = self.install("Başka İmza", "x-scheme-handler/hekim-listede-yok")
        self.opened()
        self.press_in_page("Listede olmayan programı çağır")
        self.assertSays("web/externalSchemes")
        self.keep(lambda: not started.exists(), "nothing was started")

    def test_a_module_on_this_computer_answers_by_http_and_by_socket(self):
        agent = Agent()
        self.addCleanup(agent.close)
        self.opened()
        self.fill("Kapı numarası", agent.port)
        self.press_in_page("HTTP ile sor")
        self.assertSays("HTTP yanıtı: imzalandi!")
        self.press_in_page("WebSocket ile sor")
        self.assertSays("WebSocket yanıtı: imza: belge=1")
        self.assertEqual([(how, what) for how, _, what in agent.got], [("http", "belge=1"), ("socket", "belge=1")])
        origins = {urlsplit(origin).hostname for _, origin, _ in agent.got}
        self.assertEqual(origins, {"127.0.0.1"})

    def test_no_module_is_said_so(self):
        agent = Agent()
        port = agent.port
        agent.close()
        self.opened()
        self.fill("Kapı numarası", port)
        for way in ("HTTP ile sor", "WebSocket ile sor"):
            self.press_in_page(way)
            self.assertSays(f"{port} numaralı kapıda yanıt veren bir imza programı yok")
            self.fill("Kapı numarası", "0")
            self.press_in_page(way)
            self.assertSays("1 ile 65535 arasında")
            self.fill("Kapı numarası", port)

    def test_S5_a_port_that_is_not_listed_is_not_reached(self):
        agent = Agent()
        self.addCleanup(agent.close)
        self.opened(**{"web/agentPorts": "9"})
        self.fill("Kapı numarası", agent.port)
        for way in ("HTTP ile sor", "WebSocket ile sor"):
            self.press_in_page(way)
            self.assertSays("yanıt veren bir imza programı yok")
            self.fill("Kapı numarası", "0")
            self.press_in_page(way)
            self.assertSays("1 ile 65535 arasında")
            self.fill("Kapı numarası", agent.port)
        self.assertEqual(agent.got, [])

    def test_S6_a_jnlp_is_saved_then_started_after_a_question(self):
        started = self.with_starter("Deneme Başlatıcı")
        self.opened()
        self.press_in_page("İmza dosyasını indir (.jnlp)")
        target = self.target("egitim imza.jnlp")
        self.save_as(target)
        self.assertSays("Deneme Başlatıcı")
        self.assertFalse(started.exists())
        self.press("Başlat")
        a.until(lambda: started.exists() and started.read_text().endswith("\n"), "the program was started")
        self.assertEqual(unquote(urlsplit(started.read_text().strip()).path), str(target))
        self.assertIn("<jnlp", Path(target).read_text())


if __name__ == "__main__":
    main()
