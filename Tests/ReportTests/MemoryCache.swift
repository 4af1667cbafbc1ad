import Foundation
import Notebook
import Synchronization

/// A cache for the time of a test run, that counts what it had to make.
final class MemoryCache: ProductCache {
    private let state = Mutex<(products: [String: Data], made: Int)>(([:], 0))

    var made: Int { state.withLock { $0.made } }

    func product(_ key: String, make: () throws -> Data) throws -> Data {
        if let kept = state.withLock({ $0.products[key] }) { return kept }
        let product = try make()
        state.withLock {
            $0.products[key] = product
            $0.made += 1
        }
        return product
    }
}
