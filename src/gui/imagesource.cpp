#include "gui/imagesource.h"

#include "services/patientimages.h"

namespace hekim {

ImageSource::ImageSource(PatientImages& images, const QString& accession)
    : m_images(images), m_accession(accession)
{
}

CallHandle ImageSource::obtain(QObject* context, std::function<void(Result<QUrl>)> done)
{
    return m_images.open(m_accession, context, std::move(done));
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
