import Learning

/// The kernel of OpenBLAS that a book's settings name.
struct KernelSetting: Sendable {
    private let name: String
    private let file: String
    private let fault: @Sendable (_ why: String) -> SettingsFault

    /// - Parameter fault: why it can't be used, with where it is named.
    init(name: String, file: String, fault: @escaping @Sendable (_ why: String) -> SettingsFault) {
        self.name = name
        self.file = file
        self.fault = fault
    }

    /// Makes OpenBLAS take it, unless the environment names one.
    ///
    /// - Throws: `SettingsFaults` where this processor can't run it.
    func pin() throws {
        guard BLASKernel.current.chooser != .environment else { return }
        do {
            try BLASKernel.pin(name)
        } catch {
            throw SettingsFaults(file: file, all: [fault("\(error)")])
        }
    }
}
