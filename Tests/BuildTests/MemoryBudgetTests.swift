import Build
import Synchronization
import Testing

/// While memory is short fewer computations run, but never none.
struct MemoryBudgetTests {
    /// Memory that each running computation takes a hundred bytes of.
    private func mostAtOnce(budget: Int) async throws -> Int {
        let load = Load()
        let memory = MemoryBudget(bytes: budget) { 1000 + 100 * load.now }
        let gate = CoreGate(cores: 4, memory: memory)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await gate.enter("owner \(number % 3)")
                    load.enter()
                    for _ in 0..<20 { await Task.yield() }
                    load.leave()
                    await gate.leave("owner \(number % 3)")
                }
            }
            try await group.waitForAll()
        }
        #expect(load.total == 40)
        return load.most
    }

    @Test func theBudgetIsKept() async throws {
        #expect(try await mostAtOnce(budget: 10_000) <= 4)
        #expect(try await mostAtOnce(budget: 0) == 1)
    }

    @Test func theProcessKnowsWhatItHolds() {
        let before = ProcessMemory.resident
        #expect(before > 1 << 20)
        let large = [UInt8](repeating: 1, count: 64 << 20)
        #expect(ProcessMemory.resident >= before + 60 << 20 || ProcessMemory.peak >= 64 << 20)
        #expect(large.last == 1)
    }
}
