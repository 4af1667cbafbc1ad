import Dispatch
import Synchronization

/// Spreads independent work over the processor's cores; what comes out does not depend on how many there are.
enum Parallel {
    /// What `body` makes of each of `items`, in their order.
    ///
    /// - Throws: what `body` threw for the first item for which it did.
    static func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], _ body: @Sendable (Item) throws -> Output
    ) throws -> [Output] {
        let results = Mutex([Result<Output, any Error>?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let result = Result { try body(items[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.compactMap { try $0?.get() }
    }

    /// What `here` and `there` make, the latter on another thread meanwhile.
    static func both<Here, There: Sendable>(
        _ here: () throws -> Here, and there: @escaping @Sendable () throws -> There
    ) throws -> (Here, There) {
        let outcome = Outcome<There>()
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) { outcome.value.withLock { $0 = Result { try there() } } }
        let first = Result { try here() }
        group.wait()
        guard let second = outcome.value.withLock({ $0 }) else { preconditionFailure("the other thread left nothing") }
        return (try first.get(), try second.get())
    }

    /// Where the other thread leaves what it made.
    private final class Outcome<Value: Sendable>: Sendable {
        let value = Mutex<Result<Value, any Error>?>(nil)
    }
}
