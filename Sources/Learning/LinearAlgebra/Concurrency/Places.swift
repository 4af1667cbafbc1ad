import Synchronization

/// Hands out the numbers 0, 1, 2, … to threads, each once.
final class Places: Sendable {
    private let next = Atomic<Int>(0)

    /// The next number, or nil when all below `count` are taken.
    func take(below count: Int) -> Int? {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return place < count ? place : nil
    }
}
