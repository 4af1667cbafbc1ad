/// Lets as many computations run at once as there are cores to use; the others wait.
///
/// When a core becomes free it goes to the owner that holds the fewest, so that a section with a thousand items
/// does not keep the others waiting. While memory is short fewer run at once.
public actor CoreGate {
    private var free: Int
    private var running = 0
    private let memory: MemoryBudget
    private var held: [String: Int] = [:]
    private var waiting: [Waiter] = []
    private var nextNumber = 0

    private struct Waiter {
        let number: Int
        let owner: String
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// - Parameter cores: how many computations may run at once, at least one.
    public init(cores: Int, memory: MemoryBudget = .standard) {
        precondition(cores > 0, "\(cores) cores")
        free = cores
        self.memory = memory
    }

    /// Waits until a core is free and takes it.
    ///
    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    public func enter(_ owner: String) async throws {
        try Task.checkCancellation()
        if hasRoom {
            take(owner)
            return
        }
        let number = nextNumber
        nextNumber += 1
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                } else {
                    waiting.append(Waiter(number: number, owner: owner, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
    }

    /// Gives back a core that `owner` took.
    public func leave(_ owner: String) {
        held[owner, default: 1] -= 1
        free += 1
        running -= 1
        while hasRoom, let next = waiting.indices.min(by: { rank($0) < rank($1) }) {
            let waiter = waiting.remove(at: next)
            take(waiter.owner)
            waiter.continuation.resume()
        }
    }

    private var hasRoom: Bool { free > 0 && memory.admitsOneMore(than: running) }

    private func take(_ owner: String) {
        free -= 1
        running += 1
        held[owner, default: 0] += 1
    }

    private func rank(_ place: Int) -> (Int, Int) {
        (held[waiting[place].owner, default: 0], waiting[place].number)
    }

    private func giveUp(_ number: Int) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).continuation.resume(throwing: CancellationError())
    }
}
