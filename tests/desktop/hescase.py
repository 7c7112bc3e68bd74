"""What the tests of the HES tab share: a service that is not ours, and the tab in the real window."""

import json

import pyatspi

import assistant as a
from cases import DOCTOR, MinistryCase

USER, PASSWORD = "kurum", "p:ş&+"
VISITOR, EMPLOYEE, DETAILS, BATCH = (f"/hes/check-{name}" for name in (
    "visitor-hes-code", "employee-hes-code", "hes-code-plus", "hes-codes"))
PERSON = {"expiration_date": "2031-01-01T21:00:00Z", "masked_firstname": "FA*** ", "masked_identity_number": "*****909",
          "masked_lastname": "GÖ***", "is_test_data_shared": None}
TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE)


class HesService:
    """Answers by what a code begins with: R risky, N not found, X expired, U a status nobody knows, else riskless."""

    def __init__(self):
        self.status = 200
        self.nested = True

    def person(self, code):
        return {**PERSON, "current_health_status": {"R": "RISKY", "U": "PENDING"}.get(code[0], "RISKLESS")}

    def __call__(self, request):
        if self.status != 200:
            return self.status, "text/html", "<p>nothing</p>"
        body = json.loads(request.body)
        refusals = {"N": "hescodenotfound", "X": "hescodehasbeenexpired"}
        if request.path == BATCH:
            codes = [entry["hes_code"] for entry in body]
            success = {c: self.person(c) for c in codes if c[0] not in refusals}
            failed = {c: refusals[c[0]] for c in codes if c[0] in refusals}
            reply = {"success_map": {**success, "unsuccess_map": failed}} if self.nested else \
                {"success_map": success, "unsuccess_map": failed}
            return 200, "application/json", json.dumps(reply)
        code = body["hes_code"]
        if code[0] in refusals:
            return 400, "application/json", json.dumps({"errorKey": refusals[code[0]], "status": 400})
        person = self.person(code)
        if request.path == DETAILS:
            person.update(is_vaccinated=True, is_immune=False, last_negative_test_date=None)
        return 200, "application/json", json.dumps(person)


class HesCase(MinistryCase):
    """A test in the HES tab, against a service that is not ours."""

    def setUp(self):
        super().setUp()
        self.service = HesService()
        reply = self.ministry.reply
        self.ministry.reply = lambda request: self.service(request) if request.path.startswith("/hes/") else reply(request)

    def provision(self, secret="x", hes=True, **settings):
        values = {"institution/code": "340001", "institution/name": "Deneme Hastanesi", "erapor/applicationCode": "X",
                  "endpoints/erapor": self.ministry.address, "endpoints/hes": self.ministry.address + "/hes",
                  "hes/city": "İZMİR", "hes/district": "Konak", "hes/address": "No:5, Kat 2"}
        values.update({key.replace("__", "/"): value for key, value in settings.items()})
        secrets = {"ussPassword": "x"}
        if hes:
            secrets.update(hesUsername=USER, hesPassword=PASSWORD)
        self.program.provision("custom", values, secrets)

    def in_the_tab(self, *launch, **settings):
        self.provision(**settings)
        self.program.start(*launch)
        self.program.log_in(DOCTOR)
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        return self.program.wait("HES kodu", a.FIELD)

    def choose_file(self, path):
        self.program.wait("Dosyadan al", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))
        a.type_text(str(path))
        a.keys("Return")

    def cells(self):
        table = self.program.wait("Sonuçlar", TABLES)
        return [cell.name for cell in table.find_all(role=pyatspi.ROLE_TABLE_CELL)]
