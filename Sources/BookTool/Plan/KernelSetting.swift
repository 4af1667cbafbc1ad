import Learning

/// The kernel of OpenBLAS that a book's settings name, and where they do.
struct KernelSetting: Sendable, Equatable {
    let name: String
    let setting: String
    let file: String
    let line: Int
    let column: Int
    /// The line itself.
    let text: String

    /// Makes OpenBLAS take it, unless the environment names one.
    ///
    /// - Throws: `SettingsFaults` where this processor can't run it.
    func pin() throws {
        guard BLASKernel.current.chooser != .environment else { return }
        do {
            try BLASKernel.pin(name)
        } catch {
            let fault = SettingsFault(
                reason: .unmet(setting, why: "\(error)"), line: line, column: column, text: text)
            throw SettingsFaults(file: file, all: [fault])
        }
    }
}
