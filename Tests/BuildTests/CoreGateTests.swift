import Build
import Synchronization
import Testing

/// No more computations run at once than there are cores, and nobody waits for ever.
struct CoreGateTests {
    @Test func neverLetsInMoreThanItsCores() async throws {
        let gate = CoreGate(cores: 3)
        let load = Load()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await gate.enter("owner \(number % 4)")
                    load.enter()
                    await Task.yield()
                    load.leave()
                    await gate.leave("owner \(number % 4)")
                }
            }
            try await group.waitForAll()
        }
        #expect(load.most <= 3)
        #expect(load.total == 60)
    }

    @Test func aFreedCoreGoesToTheOwnerWithTheFewest() async throws {
        let gate = CoreGate(cores: 2)
        try await gate.enter("greedy")
        try await gate.enter("greedy")
        let order = Order()
        let greedy = Task {
            try await gate.enter("greedy")
            order.add("greedy")
        }
        try await Task.sleep(for: .milliseconds(20))
        let modest = Task {
            try await gate.enter("modest")
            order.add("modest")
        }
        try await Task.sleep(for: .milliseconds(20))
        await gate.leave("greedy")
        try await modest.value
        await gate.leave("greedy")
        try await greedy.value
        #expect(order.names == ["modest", "greedy"])
    }

    @Test func aCancelledWaiterGoesAway() async throws {
        let gate = CoreGate(cores: 1)
        try await gate.enter("first")
        let waiter = Task { try await gate.enter("second") }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        await gate.leave("first")
        try await gate.enter("third")
    }
}

final class Load: Sendable {
    private let state = Mutex((now: 0, most: 0, total: 0))
    var now: Int { state.withLock { $0.now } }
    var most: Int { state.withLock { $0.most } }
    var total: Int { state.withLock { $0.total } }

    func enter() {
        state.withLock {
            $0.now += 1
            $0.total += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}

final class Order: Sendable {
    private let list = Mutex<[String]>([])
    var names: [String] { list.withLock { $0 } }
    func add(_ name: String) { list.withLock { $0.append(name) } }
}
