import COpenBLAS

/// How fast this machine multiplies, and how fast it might.
public struct ProcessorSpeed: Sendable, Hashable {
    /// As the processor names itself; empty where it has no name.
    public let processor: String
    /// Thousand millions of operations a second in products of matrices in single precision, on one core.
    public let measured: Double
    /// As many as the processor's instructions allow at its present frequency; nil where that isn't known.
    public let allowed: Double?

    /// Whether products run below half of what the instructions allow.
    public var isSlow: Bool { allowed.map { measured < 0.5 * $0 } ?? false }

    /// Measures, in about a tenth of a second. Loads OpenBLAS.
    public static func measure() -> ProcessorSpeed {
        var name = [CChar](repeating: 0, count: 49)
        blas_processor_name(&name)
        let frequency = blas_gigahertz()
        return ProcessorSpeed(
            processor: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
            measured: productSpeed(),
            allowed: frequency > 0 ? frequency * Double(blas_operations_per_cycle()) : nil)
    }

    /// The best of several products, by the time that this thread ran.
    private static func productSpeed() -> Double {
        let size = 512
        let factor = (0..<size * size).map { Float($0 % 17) / 17 }
        var product = factor
        var best = Double.infinity
        for _ in 0..<20 {
            let start = blas_thread_seconds()
            BLAS.gemm(m: size, n: size, k: size, factor, lda: size, factor, ldb: size, into: &product, ldc: size)
            best = min(best, blas_thread_seconds() - start)
        }
        return 2 * Double(size * size * size) / best * 1e-9
    }
}

extension ProcessorSpeed: CustomStringConvertible {
    /// Kernel, chooser, speed and processor in one line.
    public var description: String {
        let kernel = BLASKernel.current
        let bound = allowed.map { " of the \(Int($0.rounded())) that its instructions allow" } ?? ""
        return "\(kernel.name), chosen by \(kernel.chooser); \(Int(measured.rounded())) GFLOP/s\(bound)"
            + (processor.isEmpty ? "" : " on \(processor)")
    }
}
