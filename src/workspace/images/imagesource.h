#pragma once

#include "workspace/page/pagesource.h"

#include <QCoreApplication>

namespace hekim {

class PatientImages;

/// A study of a patient in the Ministry's viewer: each address carries a one-time code (guide 002).
class ImageSource : public PageSource
{
    Q_DECLARE_TR_FUNCTIONS(ImageSource)

public:
    using Asked = std::function<void()>;
    using Told = std::function<void(const Result<QUrl>& address)>;

    /// `images` outlives the source. `asked` and `told` hear of each address when it is asked for, and before
    /// it is opened.
    ImageSource(PatientImages& images, const QString& accession, Asked asked = {}, Told told = {});

    CallHandle obtain(QObject* context, std::function<void(Result<QUrl>)> done) override;
    void refused() override;
    void retried() override;
    [[nodiscard]] QString waitingText() const override;
    [[nodiscard]] bool isGoodOnce() const override { return true; }
    /// Looking at images fills in nothing.
    [[nodiscard]] bool holdsWork() const override { return false; }
    /// None: the browser would spend the code and keep it in its history.
    [[nodiscard]] QString browserWarning() const override { return {}; }

private:
    PatientImages& m_images;
    QString m_accession;
    Asked m_asked;
    Told m_told;
};

} // namespace hekim
