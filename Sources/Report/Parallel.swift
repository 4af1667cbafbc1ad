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

    /// What `first` and `second` make, at once where a core is free.
    ///
    /// - Throws: what `first` threw, else what `second` did.
    static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First, and second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let results = Mutex<(Result<First, any Error>?, Result<Second, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = Result { try first() }
                results.withLock { $0.0 = result }
            } else {
                let result = Result { try second() }
                results.withLock { $0.1 = result }
            }
        }
        guard case (let one?, let other?) = results.withLock({ $0 }) else { preconditionFailure("nothing was made") }
        return (try one.get(), try other.get())
    }
}
