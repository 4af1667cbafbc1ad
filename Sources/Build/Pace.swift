import Foundation

/// How long each study and the report took when they last were made whole, so that a build can say how long it will take.
public struct Pace: Codable, Sendable, Equatable {
    /// By profile and path: "quick early-stopping/retraining".
    private var studies: [String: StudyTime] = [:]
    /// By profile, path and stage; nil when no item was ever timed.
    private var stages: [String: StageTime]?
    /// Seconds that drawing, pages and PDF took together; nil when they never were made.
    public var report: Double?

    public init() {}

    /// How long the study `path` took in `profile`.
    public subscript(profile: String, path: String) -> StudyTime? {
        get { studies["\(profile) \(path)"] }
        set { studies["\(profile) \(path)"] = newValue }
    }

    /// How long the items of a stage of the study `path` took in `profile`; none was ever timed where there are no items.
    public subscript(profile: String, path: String, stage stage: String) -> StageTime {
        get { stages?["\(profile) \(path): \(stage)"] ?? StageTime() }
        set { stages = (stages ?? [:]).merging(["\(profile) \(path): \(stage)": newValue]) { $1 } }
    }

    /// What is known from earlier builds; nothing when it can't be read, for it only serves to guess.
    public static func kept(in store: Store) throws -> Pace {
        guard let data = try store.note("pace") else { return Pace() }
        var pace = (try? JSONDecoder().decode(Pace.self, from: data)) ?? Pace()
        pace.studies = pace.studies.filter { $0.value.seconds.isSpan && $0.value.work.isSpan }
        pace.stages = pace.stages?.filter { $0.value.isPossible }
        if let report = pace.report, !report.isSpan { pace.report = nil }
        return pace
    }

    public func keep(in store: Store) throws {
        try store.keepNote(JSONEncoder().encode(self), "pace")
    }
}

extension Double {
    /// Whether something may have taken so many seconds.
    var isSpan: Bool { (0..<1e9).contains(self) }
}
