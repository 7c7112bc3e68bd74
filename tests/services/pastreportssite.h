#pragma once

#include "services/eraporsite.h"

#include "services/erapor/pastreportsclient.h"

/// A ministry with past reports and one doctor logged in.
namespace hekim::test::pastreports {

using namespace Qt::StringLiterals;
using erapor::number;
using erapor::tokenPath;

inline const QByteArray listPath = "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari";

struct Site : erapor::Site
{
    Site()
    {
        answerWithTokens();
        if (!logIn())
            qFatal("nobody is logged in");
    }

    [[nodiscard]] Result<PastReports> load()
    {
        Answer<PastReports> answer;
        client.load(server.url(), number(u"23456789060"), &context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] Result<PastReports> load(const HttpServerReply& reply)
    {
        server.route(listPath, reply);
        return load();
    }

    PastReportsClient client{http, session};
};

} // namespace hekim::test::pastreports
