import Dispatch

/// `transform` of 0..<`count`, in order, worked out on up to `threads` cores. What comes out cannot depend on how many.
package func concurrentMap<Result: Sendable, Failure: Error>(
    _ count: Int, threads: Int, _ transform: @Sendable (Int) throws(Failure) -> Result
) throws(Failure) -> [Result] {
    guard count > 0 else { return [] }
    var results: [Swift.Result<Result, Failure>?] = Array(repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
        // Each place is written by exactly one call.
        nonisolated(unsafe) let places = buffer
        let workers = max(1, min(threads, count))
        let next = Places()
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let place = next.take(below: count) {
                do throws(Failure) { places[place] = .success(try transform(place)) } catch {
                    places[place] = .failure(error)
                }
            }
        }
    }
    var values: [Result] = []
    values.reserveCapacity(count)
    for result in results {
        if let value = try result?.get() { values.append(value) }
    }
    return values
}
