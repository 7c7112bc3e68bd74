#pragma once

#include <QWidget>

namespace hekim {

class IdentityNumber;
class ImagesView;
class Settings;
class UiState;

/// The images of one patient in a window of their own, as for a second screen: the same page, under a banner
/// of that patient (rule P1). It is in sight exactly while the patient's tab is, so it is never beside
/// another patient's, and a locked or closed tab takes it along (rule P6). Its title names no person (rule
/// S1). It comes where and as large as the user left it, and never takes the keyboard by itself.
class ImagesWindow : public QWidget
{
    Q_OBJECT

public:
    /// Takes `images` in; the owner takes them out before it deletes the window. `tab` owns the window.
    ImagesWindow(ImagesView& images, const IdentityNumber& patient, const Settings& settings, UiState& state,
                 QWidget& tab);

    /// The user asks for it: to the front, with the keyboard.
    void bring();

signals:
    void closeAsked(); ///< the images are to go back into the tab

protected:
    void closeEvent(QCloseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    ImagesView& m_images;
    UiState& m_state;
};

} // namespace hekim
