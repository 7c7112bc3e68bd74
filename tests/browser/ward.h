#pragma once

#include "browser/page/pagepool.h"
#include "browser/pane.h"
#include "workspace/page/pagepane.h"
#include "workspace/page/pagezoom.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace hekim::test {

/// Always the same address.
class Fixed : public PageSource
{
public:
    explicit Fixed(QUrl url) : m_url(std::move(url)) {}
    CallHandle obtain(QObject* context, std::function<void(Result<QUrl>)> done) override
    {
        QMetaObject::invokeMethod(
            context, [url = m_url, done = std::move(done)] { done(url); }, Qt::QueuedConnection);
        return {};
    }
    void refused() override {}
    [[nodiscard]] QString waitingText() const override { return QStringLiteral("bekle"); }
    [[nodiscard]] QString browserWarning() const override { return {}; }

private:
    QUrl m_url;
};

/// A pane of the window by itself.
struct Ward
{
    Ward(const NavigationRules& rules, std::unique_ptr<PageSource> source)
        : pane(pages, zoom, rules, std::move(source))
    {
        pane.resize(1000, 600);
        pane.show();
        pane.load();
    }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        const auto buttons = pane.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString& text) const
    {
        const auto labels = pane.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }

    QTemporaryDir folder;
    CertificateJudge judge;
    PageDialogs dialogs;
    AllowedPrograms programs{folder.filePath(QStringLiteral("allowed-programs.ini")),
                             settingsFor(QUrl(QStringLiteral("http://127.0.0.1:1")))};
    PagePool pages{judge, dialogs, programs};
    PageZoom zoom;
    PagePane pane;
};

} // namespace hekim::test
