/// A section without its types.
public struct AnySection: Sendable {
    public let info: SectionInfo
    /// The module that holds the section, as named in `Sources/Chapters`.
    public let module: String
    /// The name of its type.
    public let typeName: String
    /// In reading order.
    public let studies: [AnyStudy]

    /// - Parameter module: the module that holds it, where the type does not tell.
    public init<S: Section>(_ type: S.Type, module: String? = nil) {
        self.init(S.info, studies: S.studies, type: S.self, module: module)
    }

    /// A section as a value, for a book whose sections are not written one by one.
    ///
    /// - Parameter studies: one at least.
    public init(_ info: SectionInfo, studies: [any Study.Type]) {
        precondition(!studies.isEmpty, "'\(info.slug)' has no studies")
        self.init(info, studies: studies, type: studies[0], module: nil)
    }

    private init(_ info: SectionInfo, studies types: [any Study.Type], type: Any.Type, module: String?) {
        self.info = info
        // Not by reflection, which looks through every conformance of the program.
        let name = _typeName(type, qualified: true)
        self.module = module ?? String(name.prefix { $0 != "." })
        typeName = String(name.drop { $0 != "." }.dropFirst())
        studies = types.map { AnyStudy($0, of: info) }
        precondition(Set(studies.map(\.name)).count == studies.count, "'\(info.slug)' has two studies of one name")
        precondition(hasNoCircles, "studies of '\(info.slug)' take each other's results")
    }

    /// Whether a study reads labelled images.
    public var readsImages: Bool { studies.contains(where: \.readsImages) }

    /// The study called `name`.
    public func study(_ name: String) -> AnyStudy? { studies.first { $0.name == name } }

    /// Whether the studies can be ordered so that each comes after its inputs, all of which the section has.
    private var hasNoCircles: Bool {
        var ready: Set<String> = []
        while ready.count < studies.count {
            let next = studies.filter { !ready.contains($0.name) && ready.isSuperset(of: $0.inputs) }
            if next.isEmpty { return false }
            ready.formUnion(next.map(\.name))
        }
        return true
    }

    /// The study that `setting` is for, and the setting without the study's name.
    ///
    /// A key starts with a study's name, or with the name of a parameter that one study alone has.
    ///
    /// - Throws: `SettingError` when no study or more than one fits.
    public func resolve(_ setting: Setting) throws -> (study: AnyStudy, setting: Setting) {
        let (head, rest) = setting.splitKey
        if let rest, let study = study(head) { return (study, Setting(key: rest, value: setting.value)) }
        let owners = try studies.filter { try $0.hasParameter(head) }
        guard owners.count < 2 else {
            throw SettingError.ambiguousParameter(setting, section: info.slug, studies: owners.map(\.name))
        }
        guard let owner = owners.first else {
            let known = Set(try studies.flatMap { try $0.parameterNames() }).sorted()
            throw SettingError.unknownParameter(setting, study: info.slug, known: known)
        }
        return (owner, setting)
    }
}
