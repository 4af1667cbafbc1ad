/// Many numbers at once, several times faster than one by one.
///
/// A fill takes whole blocks from the stream's next one on, in another order than single draws. Its numbers depend on
/// the stream's place alone, and a shorter fill is the beginning of a longer one.
extension RandomStream {
    /// `count` standard normals.
    public mutating func normals(_ count: Int) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { target, filled in
            fillNormals(UnsafeMutableBufferPointer(rebasing: target[..<count]))
            filled = count
        }
    }

    /// `count` numbers uniform in [0, 1).
    public mutating func uniforms(_ count: Int) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { target, filled in
            fill(count) { start, words in
                for i in 0..<16 where start + i < count { target[start + i] = Double(words[i] >> 11) * 0x1p-53 }
            }
            filled = count
        }
    }

    /// Standard normals in double precision.
    public mutating func fillNormals(_ target: UnsafeMutableBufferPointer<Double>) {
        fillNormals(target.count) { target[$0] = $1 }
    }

    /// Standard normals in single precision.
    public mutating func fillNormals(_ target: UnsafeMutableBufferPointer<Float>) {
        fillNormals(target.count) { target[$0] = Float($1) }
    }

    /// Uniform in [0, 1), on a grid of 2⁻²⁴.
    public mutating func fillUniforms(_ target: UnsafeMutableBufferPointer<Float>) {
        fill((target.count + 1) / 2) { start, words in
            for i in 0..<16 where 2 * (start + i) < target.count {
                let at = 2 * (start + i)
                target[at] = Float(words[i] & 0xff_ffff) * 0x1p-24
                if at + 1 < target.count { target[at + 1] = Float(words[i] >> 40) * 0x1p-24 }
            }
        }
    }

    /// A mask: `value` with probability `keep`, else 0. Sixteen bits decide, so `keep` is rounded to a multiple of 2⁻¹⁶.
    public mutating func fillMask(_ target: UnsafeMutableBufferPointer<Float>, keep: Double, value: Float = 1) {
        precondition(keep >= 0 && keep <= 1, "keep-probability \(keep)")
        let threshold = UInt64((keep * 65536).rounded())
        // The difference is negative, its top bits are ones, exactly where the bits lie below the threshold: without a
        // branch, which would be mispredicted half of the time.
        let pattern = value.bitPattern
        func chosen(_ bits: UInt64) -> Float {
            Float(bitPattern: pattern & UInt32(truncatingIfNeeded: ((bits & 0xffff) &- threshold) &>> 32))
        }
        fill((target.count + 3) / 4) { start, words in
            if 4 * (start + 16) <= target.count {
                for i in 0..<16 {
                    let at = 4 * (start + i)
                    let word = words[i]
                    target[at] = chosen(word)
                    target[at + 1] = chosen(word &>> 16)
                    target[at + 2] = chosen(word &>> 32)
                    target[at + 3] = chosen(word &>> 48)
                }
            } else {
                for at in 4 * start..<target.count {
                    target[at] = chosen(words[at / 4 - start] &>> UInt64(16 * (at % 4)))
                }
            }
        }
    }

    @inline(__always)
    private mutating func fillNormals(_ count: Int, _ store: (Int, Double) -> Void) {
        let ziggurat = Ziggurat.standard
        // What the rare rejected points need comes from a stream of its own, so that blocks are drawn without a branch.
        var reserve = split("ziggurat", Int(truncatingIfNeeded: counter))
        ziggurat.edges.withUnsafeBufferPointer { edges in
            guard let edges = edges.baseAddress else { return }
            fill(count) { start, words in
                for i in 0..<min(16, count - start) {
                    store(start + i, ziggurat.normal(words[i], edges: edges, more: { reserve.next() }))
                }
            }
        }
    }

    /// Calls `body` with the index of the first of sixteen 64-bit words and the words, until `count` are covered.
    @inline(__always)
    private mutating func fill(_ count: Int, _ body: (Int, UnsafePointer<UInt64>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { words in
            guard let base = words.baseAddress else { return }
            let lanes = UnsafeMutableRawPointer(base)
            for start in stride(from: 0, to: count, by: 16) {
                for half in 0..<2 {
                    let x = Philox4x32.fourBlocks(counter: counter, path: path, key: key)
                    counter &+= 4
                    lanes.storeBytes(of: x.0 | x.1 &<< 32, toByteOffset: 64 * half, as: SIMD4<UInt64>.self)
                    lanes.storeBytes(of: x.2 | x.3 &<< 32, toByteOffset: 64 * half + 32, as: SIMD4<UInt64>.self)
                }
                body(start, base)
            }
        }
    }
}
