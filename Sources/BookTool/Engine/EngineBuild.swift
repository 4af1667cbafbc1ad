import Build
import Foundation

/// A build whose items an engine computes: frontier, batches, submission, and again, until nothing is missing.
///
/// The store alone says what is done, and holds all that is known; so a build may be left, taken up again on another machine,
/// or driven twice. The queue says only what is under way, and when to look again.
struct EngineBuild {
    let plan: WorkPlan
    let engine: any Engine
    let settings: EngineSettings
    /// Whether to leave once something has been submitted.
    let isDetached: Bool
    let report: EngineReport
    private var store: Store { plan.setup.store }

    init(plan: WorkPlan, engine: any Engine, settings: EngineSettings, isDetached: Bool, quiet: Bool) {
        self.plan = plan
        self.engine = engine
        self.settings = settings
        self.isDetached = isDetached
        report = EngineReport(console: plan.setup.tool.console, engine: engine.name, quiet: quiet)
    }

    /// A round with its list, and those of its batches that wait or run.
    private struct Standing {
        let round: Round
        let list: WorkList
        let tasks: [Int: EngineTask]
        let isSubmitted: Bool
    }

    /// Seconds that a round which another build has claimed may take to be submitted, before it counts as left.
    private static let patience = 30.0

    /// Drives the build until all items are stored.
    ///
    /// - Returns: whether they are; not when it leaves the rest to the engine.
    /// - Throws: `ToolError` for items that failed in three rounds, once the rest is done, and for what makes it senseless to
    ///   go on.
    func run() async throws -> Bool {
        let rounds = Rounds(of: plan.digest, in: store)
        /// Rounds up to this one ended before this build began: what failed then is tried again.
        var ended: Int?
        var pause = 0.25
        var looked: (at: ContinuousClock.Instant, took: Double, tasks: Int)?
        var claims: [Int: ContinuousClock.Instant] = [:]
        while true {
            guard let tasks = try await report.asking({ try await engine.tasks() }) else {
                try await Task.sleep(for: .seconds(2))
                continue
            }
            let standing = try standings(try rounds.all(), tasks)
            ended =
                ended ?? standing.first { !$0.tasks.isEmpty || !$0.isSubmitted }.map { $0.round.number - 1 }
                ?? standing.last?.round.number ?? 0
            if let claim = standing.last, !claim.isSubmitted, claim.tasks.isEmpty {
                let seen = claims[claim.round.number] ?? .now
                claims[claim.round.number] = seen
                if (.now - seen) / .seconds(1) < Self.patience {
                    try await Task.sleep(for: .seconds(1))
                    continue
                }
            }
            let alive = standing.reduce(0) { $0 + $1.tasks.count }
            let tally = try Tally(
                standing.filter { $0.isSubmitted && $0.round.number > ended ?? 0 }.map {
                    ($0.round, $0.list, Set($0.tasks.keys))
                })
            report.tell(standing.flatMap { $0.tasks.values }, tally, pace: try pace(tally), plan.setup.profile)
            if !tally.refusals.isEmpty { throw ToolError.refusedByHosts(Set(tally.refusals).sorted()) }
            if let last = looked, alive > 0, alive == last.tasks || (.now - last.at) / .seconds(1) < 10 * last.took {
                try await Task.sleep(for: .seconds(pause))
                pause = min(15, pause * 1.3)
                continue
            }
            let start = ContinuousClock.now
            let frontier = try await plan.frontier(keepsResults: true)
            looked = (at: .now, took: (.now - start) / .seconds(1), tasks: alive)
            if frontier.isEmpty {
                try finish(tally)
                try rounds.remove()
                return true
            }
            let underWay = Set(
                standing.flatMap { standing in
                    standing.tasks.keys.flatMap { standing.list.batches[$0].items.map(\.key) }
                })
            let ready = frontier.items.filter {
                !underWay.contains($0.key) && tally.attempts[$0.key]?.isGivenUp != true
            }
            if ready.isEmpty {
                if alive == 0 { try giveUp(frontier, tally) }
                if isDetached { return false }
                continue
            }
            if tally.idleRounds >= 3, let round = tally.lastIdle {
                throw ToolError.idleRounds(
                    count: tally.idleRounds, log: try round.log(of: 0), text: try round.tail(ofLog: 0))
            }
            let hasSubmitted = try await submit(
                ready, after: standing.last?.round.number ?? 0, of: rounds, tally, isAlone: alive == 0)
            if hasSubmitted && isDetached { return false }
            (looked, pause) = (nil, 0.25)
            if !hasSubmitted { try await Task.sleep(for: .seconds(1)) }
        }
    }

    private func standings(_ rounds: [Round], _ tasks: [String: [Int: EngineTask]]) throws -> [Standing] {
        try rounds.map { round in
            guard let (list, digest) = try round.work() else {
                return Standing(round: round, list: plan.empty, tasks: [:], isSubmitted: false)
            }
            let own = (tasks[String(digest.prefix(16))] ?? [:]).filter { list.batches.indices.contains($0.key) }
            return Standing(round: round, list: list, tasks: own, isSubmitted: try round.isSubmitted())
        }
    }

    /// What is known of items' times with what the journals tell.
    private func pace(_ tally: Tally) throws -> Pace {
        var pace = try Pace.kept(in: store)
        let profile = plan.setup.profile.rawValue
        for (key, seconds) in tally.seconds {
            guard let item = tally.items[key] else { continue }
            pace[profile, item.study, stage: item.stage].add(seconds)
        }
        return pace
    }

    /// Keeps the times for later builds.
    private func finish(_ tally: Tally) throws { try pace(tally).keep(in: store) }

    /// Hands over `ready` as the next round; returns whether it did.
    private func submit(
        _ ready: [PendingItem], after last: Int, of rounds: Rounds, _ tally: Tally, isAlone: Bool
    ) async throws -> Bool {
        guard let round = try rounds.claim(after: last) else { return false }
        let alone = Set(tally.attempts.keys)
        let list = plan.list(of: ready, batchSeconds: settings.batchSeconds, pace: try pace(tally), alone: alone)
        try round.keep(list)
        guard let work = try round.work() else { return false }
        let doublings = ready.compactMap { tally.attempts[$0.key]?.timeouts }.max() ?? 0
        report.tell(round: round.number, items: ready.count, batches: list.batches.count)
        while true {
            do {
                let submission = try await report.asking { try await engine.submit(round, work, doublings: doublings) }
                guard let submission else {
                    try await Task.sleep(for: .seconds(2))
                    continue
                }
                if let refusal = submission.refusal {
                    report.warn("\(engine.name) takes no more at present: \(refusal)")
                }
                try round.keep(submitted: submission.names)
                return true
            } catch {
                try round.remove()
                guard case ToolError.engineRefused(_, let answer) = error, !isAlone else { throw error }
                report.warn("\(engine.name) takes no more at present: \(answer)")
                return false
            }
        }
    }

    private func giveUp(_ frontier: Frontier, _ tally: Tally) throws {
        try finish(tally)
        let accounts = frontier.items.compactMap { tally.attempts[$0.key]?.account }
        if !accounts.isEmpty { throw ToolError.givenUp(accounts.sorted()) }
    }
}
