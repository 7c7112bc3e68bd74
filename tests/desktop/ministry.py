"""A ministry that is not ours: e-Rapor as a plain HTTP server, written from the guide alone, which writes down every
request as it came over the wire and can be told to answer badly."""

import json
import ssl
import subprocess
import threading
import time
from urllib.parse import parse_qsl, quote, urlsplit

from loopback import Handler, serve

# The heading comes with the second frame: the engine drops clicks and keys until it has drawn a document.
PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title>
<body style="font: 16px sans-serif"><h1>&nbsp;</h1>
<form method="post" action="/healthstatusweb/singledoctor/save">
<p><label>Açıklama <input id="note" name="note" aria-label="Açıklama" style="width: 300px; height: 40px"></label></p>
<p><button>Gönder</button></p></form>
<p><a href="{other}">Başka hastanın formu</a></p>
<p><a href="tel:112">Telefon</a></p>
<script>requestAnimationFrame(() => requestAnimationFrame(() => {{
  document.querySelector("h1").textContent = "{title}";
}}))</script>
<script>{script}</script>
</body></html>"""


# A viewer that is not ours: each patient's images have a colour of their own, near grey and found nowhere else.
VIEWER = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Viewer</title>
<body style="margin: 0; height: 100vh"><p id="says" style="margin: 0; padding: 8px; background: #fff">…</p><script>
const code = new URLSearchParams(location.hash.split("?")[1]).get("otac");
fetch("/viewer/redeem", {method: "POST", body: new URLSearchParams({otac: code})}).then(r => r.json()).then(study => {
  document.getElementById("says").textContent = study.patient ? "Görüntü " + study.patient + " " + study.accession : "Kod geçersiz";
  if (study.colour) document.body.style.background = "rgb(" + study.colour + ")";
});
</script></body></html>"""


def colour_of(patient):
    level = 40 + int(patient) % 150
    return level, level + 3, level + 1


class Request:
    def __init__(self, handler, body):
        self.method = handler.command
        self.target = handler.path  # as on the wire, nothing decoded
        self.path = urlsplit(handler.path).path
        self.query = urlsplit(handler.path).query
        self.parameters = dict(parse_qsl(self.query, keep_blank_values=True))
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.body = body
        self.at = time.monotonic()

    def __repr__(self):
        return f"{self.method} {self.path}"


class Ministry:
    """token_reply(request) -> (status, content type, body) may be replaced; None cuts the connection."""

    def __init__(self, certificate=None):
        self.requests = []
        self.tokens = 0
        self.token_reply = self.good_token
        self.page_status = 200
        self.form_script = ""
        self.past_reports = (200, "application/json; charset=utf-8", "[]")
        self.save_reply = (200, "text/html; charset=utf-8", "<h1>Kaydedildi</h1>")
        self.otac_reply = self.good_otac
        self.image_tokens = {}  # token: the fields that it was given for
        self.codes = {}  # code: (patient, accession)
        self.redeemed = []  # every code in the order in which the viewer sent it
        self.files = {}  # path: (content type, name, bytes); without bytes the file never ends
        self.hold = threading.Event()  # set: requests wait until it is cleared
        self._condition = threading.Condition()
        ministry = self

        class Asked(Handler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = Request(self, body)
                with ministry._condition:
                    ministry.requests.append(request)
                    ministry._condition.notify_all()
                if request.path in ministry.files:
                    ministry.send_file(self, *ministry.files[request.path])
                    return
                reply = ministry.reply(request)
                if reply is None:
                    self.close_connection = True
                    self.connection.close()
                    return
                status, kind, data, *more = reply
                data = data.encode() if isinstance(data, str) else data
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                for name, value in dict(*more).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_HEAD = answer

        tls = None
        if certificate:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(certificate)
        self.scheme = "https" if tls else "http"
        self.server = serve(Asked, tls)

    @property
    def address(self):
        return f"{self.scheme}://127.0.0.1:{self.server.server_address[1]}"

    def close(self):
        self.hold.clear()
        self.server.shutdown()
        self.server.server_close()

    # What it answers

    def send_file(self, handler, kind, name, data):
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name)}")
        handler.send_header("Content-Length", str(len(data) if data is not None else 10**8))
        handler.end_headers()
        if data is not None:
            handler.wfile.write(data)
            return
        handler.close_connection = True
        while True:
            handler.wfile.write(b"x" * 1024)
            time.sleep(0.05)

    def reply(self, request):
        while self.hold.is_set():
            time.sleep(0.02)
        if request.path == "/AuthApi/connect/token":
            return self.token_reply(request)
        if request.path == "/healthstatusweb/singledoctor/createreport":
            patient = request.parameters.get("patientId", "boş")
            other = request.target.replace(patient, "17291716060" if patient != "17291716060" else "10000000146")
            page = PAGE.format(title=f"Rapor formu {patient}", other=other, script=self.form_script)
            return self.page_status, "text/html; charset=utf-8", page, {"Set-Cookie": "oturum=acik; Path=/; HttpOnly"}
        if request.path == "/healthstatusweb/singledoctor/doctorindex":
            return self.page_status, "text/html; charset=utf-8", PAGE.format(title="Tarafımdan verilmiş raporlar", other="#", script="")
        if request.path == "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari":
            if request.headers.get("authorization") != f"Bearer {self.token_value()}":
                return 401, "application/json", '{"Message":"Token geçersiz"}'
            return self.past_reports
        if request.path == "/healthstatusweb/singledoctor/save":
            return self.save_reply
        if request.path == "/connect/token":
            return self.good_image_token(request)
        if request.path == "/integrationapi/postOTAC":
            return self.otac_reply(request)
        if request.path == "/viewer/":
            return 200, "text/html; charset=utf-8", VIEWER
        if request.path == "/viewer/redeem":
            return self.redeem(request)
        return 404, "text/plain", "yok"

    def good_image_token(self, request):
        token = f"GORUNTU.{len(self.image_tokens) + 1}-{'g' * 30}"
        self.image_tokens[token] = parse_qsl(request.body.decode(), keep_blank_values=True)
        return 200, "application/json", json.dumps({"access_token": token, "expires_in": 3600})

    def good_otac(self, request):
        fields = self.image_tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        if fields is None:
            return 401, "application/json", "{}"
        code = f"OTAC{len(self.codes) + 1}{'z' * 30}"
        self.codes[code] = dict(fields)["PatientIdentityNumber"], json.loads(request.body)["AccessionNumber"]
        return 200, "text/plain", f"{self.address}/viewer/#/viewpatient?otac={code}"

    def redeem(self, request):
        code = dict(parse_qsl(request.body.decode())).get("otac")
        self.redeemed.append(code)
        if code not in self.codes or self.redeemed.count(code) > 1:
            return 200, "application/json", "{}"
        patient, accession = self.codes[code]
        return 200, "application/json", json.dumps({"patient": patient, "accession": accession,
                                                    "colour": ",".join(map(str, colour_of(patient)))})

    def good_token(self, _):
        self.tokens += 1
        return 200, "application/json", f'{{"access_token":"{self.token_value()}","expires_in":3600}}'

    def token_value(self):
        """The last one that was given out, the only one that is good."""
        return f"JETON.{self.tokens}-{'k' * 40}_="

    # What it was asked

    def asked(self, part, since=0):
        with self._condition:
            return [r for r in self.requests[since:] if part in r.path]

    def wait_for(self, part, count=1, seconds=20):
        with self._condition:
            done = self._condition.wait_for(lambda: sum(part in r.path for r in self.requests) >= count, seconds)
        if not done:
            raise AssertionError(f"{part}: {count} requests were expected, {self.asked(part)} came")
        return self.asked(part)


def self_signed_certificate(folder):
    path = folder / "self-signed.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path, "-out", folder / "certificate.pem"],
                   check=True, capture_output=True, stdin=subprocess.DEVNULL)
    path.write_text(path.read_text() + (folder / "certificate.pem").read_text())
    return path
