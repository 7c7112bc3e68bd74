#pragma once

#include <QFrame>

namespace hekim {

/// In training: the codes that the training ministry knows, each with what it stands for.
class HesExamples : public QFrame
{
    Q_OBJECT

public:
    explicit HesExamples(QWidget* parent = nullptr);

signals:
    void chosen(const QString& code);
};

} // namespace hekim
