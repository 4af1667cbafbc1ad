import Build

/// What the journals of a build's rounds tell: how long items took, and which have failed how often.
struct Tally {
    /// Items that were tried in vain, by their keys.
    private(set) var attempts: [String: Attempts] = [:]
    /// How long items took, by their keys.
    private(set) var seconds: [String: Double] = [:]
    /// What workers said that refused their batch.
    private(set) var refusals: [String] = []
    /// Every item that was handed over, by its key.
    private(set) var items: [String: PendingItem] = [:]
    /// How many of the last rounds no worker began, the rounds that are over.
    private(set) var idleRounds = 0
    private(set) var lastIdle: Round?

    /// How often an item was begun and not stored.
    struct Attempts {
        var failures = 0
        /// Rounds in which its time was up.
        var timeouts = 0
        /// What is known of the last one, and where its log lies.
        var account = ""

        /// Whether it is tried no more.
        var isGivenUp: Bool { failures >= 3 || timeouts >= 8 }
    }

    /// Takes in the events of a batch.
    ///
    /// - Parameter isOver: whether the engine knows the batch no more.
    /// - Returns: whether a worker has begun it.
    private mutating func take(
        _ events: [Journal.Event], of batch: WorkList.Batch, number: Int, _ round: Round, isOver: Bool
    ) throws -> Bool {
        var open: [String: String] = [:]
        for event in events {
            guard let key = event.key else {
                if let message = event.message { refusals.append(message) }
                continue
            }
            switch event.what {
            case .began: open[key] = "no end is known; it began on \(event.host)"
            case .failed: open[key] = event.message ?? ""
            case .ended:
                open[key] = nil
                seconds[key] = event.seconds
            case .refused: break
            }
        }
        guard isOver, !open.isEmpty else { return !events.isEmpty }
        let tail = try round.tail(ofLog: number)
        let isOutOfTime = tail.contains("DUE TO TIME LIMIT")
        for (key, account) in open {
            attempts[key, default: Attempts()].failures += isOutOfTime ? 0 : 1
            attempts[key, default: Attempts()].timeouts += isOutOfTime ? 1 : 0
            let item = items[key].map { "\($0.study), \($0.stage)" } ?? key
            let said = account.hasPrefix(item) ? account : "\(item): \(account)"
            let log = try round.log(of: number)
            attempts[key]?.account =
                "\(said); log: \(log)" + (tail.isEmpty ? "" : "\n        ")
                + tail.split(separator: "\n").suffix(5).joined(separator: "\n        ")
        }
        return true
    }

    /// - Parameter rounds: with the numbers of the batches that wait or run.
    init(_ rounds: [(round: Round, work: WorkList, alive: Set<Int>)]) throws {
        for (round, work, alive) in rounds {
            var hasBegun = false
            for (number, batch) in work.batches.enumerated() {
                for item in batch.items { items[item.key] = item }
                let events = try round.events(of: number)
                if try take(events, of: batch, number: number, round, isOver: !alive.contains(number)) {
                    hasBegun = true
                }
            }
            if hasBegun {
                (idleRounds, lastIdle) = (0, nil)
            } else if alive.isEmpty {
                (idleRounds, lastIdle) = (idleRounds + 1, round)
            }
        }
    }
}
