import Foundation
import Hashing
import Notebook

/// A cache of products that lasts between builds.
public struct StoreProducts: ProductCache {
    private let store: Store

    public init(_ store: Store) { self.store = store }

    public func product(_ key: String, make: () throws -> Data) throws -> Data {
        let digest = Digest(ofFields: ["product", key])
        if let kept = try store.data(for: digest, of: .products) { return kept }
        let product = try make()
        try store.keep(product, for: digest, of: .products)
        return product
    }
}
