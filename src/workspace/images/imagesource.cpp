#include "workspace/images/imagesource.h"

#include "services/radiology/patientimages.h"

namespace hekim {

ImageSource::ImageSource(PatientImages& images, const QString& accession, Asked asked, Told told)
    : m_images(images), m_accession(accession), m_asked(std::move(asked)), m_told(std::move(told))
{
}

CallHandle ImageSource::obtain(QObject* context, std::function<void(Result<QUrl>)> done)
{
    if (m_asked)
        m_asked();
    return m_images.open(m_accession, context,
                         [told = m_told, done = std::move(done)](const Result<QUrl>& address) {
                             if (told)
                                 told(address);
                             done(address);
                         });
}

void ImageSource::refused()
{
    m_images.refused();
}

void ImageSource::retried()
{
    m_images.retried();
}

QString ImageSource::waitingText() const
{
    return tr("Opening the images…");
}

} // namespace hekim
