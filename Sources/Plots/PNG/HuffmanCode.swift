/// A code of bits for the symbols of an alphabet, shorter for more frequent ones: canonical, as deflate wants it
/// (RFC 1951, section 3.2.2).
struct HuffmanCode {
    /// Bits of each symbol's code; zero for symbols that don't occur.
    let lengths: [UInt8]
    /// Each symbol's code, its first bit lowest.
    let codes: [UInt16]

    /// - Parameters:
    ///   - counts: how often each symbol occurs.
    ///   - limit: the most bits of a code, at most 15.
    init(counts: [Int], limit: Int) {
        let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        var perLength = Self.perLength(symbols.map { counts[$0] }, limit: limit)
        var lengths = [UInt8](repeating: 0, count: counts.count)
        var length = limit
        for symbol in symbols {
            while perLength[length] == 0 { length -= 1 }
            lengths[symbol] = UInt8(length)
            perLength[length] -= 1
        }
        self.lengths = lengths
        codes = Self.codes(of: lengths, limit: limit)
    }

    /// How many codes have each length, for counts that rise: a tree is built by joining the two rarest again and again,
    /// and codes deeper than the limit are made shorter at the cost of others.
    private static func perLength(_ counts: [Int], limit: Int) -> [Int] {
        var found = [Int](repeating: 0, count: limit + 1)
        guard counts.count > 1 else {
            found[1] = counts.count
            return found
        }
        // Nodes: the leaves in rising order, then the joints, whose weights rise as well.
        var weights = counts
        var parents = [Int](repeating: 0, count: 2 * counts.count - 1)
        var (leaf, joint) = (0, counts.count)
        for _ in 1..<counts.count {
            var sum = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < counts.count && (joint >= weights.count || weights[leaf] <= weights[joint])
                let node = takesLeaf ? leaf : joint
                if takesLeaf { leaf += 1 } else { joint += 1 }
                sum += weights[node]
                parents[node] = weights.count
            }
            weights.append(sum)
        }
        var depths = [Int](repeating: 0, count: weights.count)
        for node in (0..<(weights.count - 1)).reversed() { depths[node] = depths[parents[node]] + 1 }
        for depth in depths.prefix(counts.count) { found[min(depth, limit)] += 1 }
        // Kraft's sum in units of the longest code: it must be one.
        var sum = (1...limit).reduce(0) { $0 + found[$1] << (limit - $1) }
        while sum > 1 << limit {
            found[limit] -= 1
            if let shorter = (1..<limit).last(where: { found[$0] > 0 }) {
                found[shorter] -= 1
                found[shorter + 1] += 2
            }
            sum -= 1
        }
        return found
    }

    private static func codes(of lengths: [UInt8], limit: Int) -> [UInt16] {
        var next = [UInt16](repeating: 0, count: limit + 2)
        for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
        for length in 1...(limit + 1) { next[length] = (next[length] + next[length - 1]) << 1 }
        return lengths.map { length in
            guard length > 0 else { return 0 }
            let code = next[Int(length)]
            next[Int(length)] += 1
            return (0..<Int(length)).reduce(0) { $0 << 1 | code >> UInt16($1) & 1 }
        }
    }
}
