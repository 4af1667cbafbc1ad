import COpenBLAS

/// The set of OpenBLAS's routines that multiplies, one for each kind of processor.
///
/// OpenBLAS takes a processor newer than itself for an old one. So the kernel is chosen here, by what instructions the
/// processor has, before OpenBLAS is loaded; on processors that OpenBLAS knows, the choice is its own. Whoever computes the same
/// bytes on machines of different kinds pins a kernel that all of them can run.
public struct BLASKernel: Sendable, Hashable {
    /// Who chose a kernel.
    public enum Chooser: Sendable, Hashable {
        case openBLAS
        /// The processor's instructions.
        case processor
        /// `OPENBLAS_CORETYPE` in the environment.
        case environment
        /// `BLASKernel.pin`.
        case caller
    }

    /// As OpenBLAS calls it, such as "Haswell".
    public let name: String
    public let chooser: Chooser

    /// The kernel that multiplies, or will when OpenBLAS is loaded; only where OpenBLAS itself chooses does this load it.
    public static var current: BLASKernel {
        var chooser = blas_kernel_by_openblas
        let chosen = blas_chosen_kernel(&chooser).map { String(cString: $0) }
        return BLASKernel(name: chosen ?? BLAS.core, chooser: Chooser(chooser))
    }

    /// The kernels that this processor can run, the most capable last.
    public static var runnable: [String] {
        (0 as CInt..<16).compactMap { blas_runnable_kernel($0).map { String(cString: $0) } }
    }

    /// Makes OpenBLAS take the kernel `name`, whatever the environment says.
    ///
    /// - Throws: `LearningError.kernel` for one that isn't known, that the processor can't run, or when another one is in use.
    public static func pin(_ name: String) throws(LearningError) {
        switch blas_pin_kernel(name) {
        case blas_pin_done: return
        case blas_pin_lacking:
            let needs = blas_kernel_needs(name).map { String(cString: $0) } ?? ""
            throw .kernel(name: name, .lacksInstructions(needs), runnable: runnable)
        case blas_pin_late: throw .kernel(name: name, .late(BLAS.core), runnable: runnable)
        default: throw .kernel(name: name, .unknown, runnable: runnable)
        }
    }

    /// The kernel that was given up because its products were wrong on this processor; nil for none. Loads OpenBLAS.
    public static var refused: String? { blas_refused_kernel().map { String(cString: $0) } }

    /// What is wrong with a kernel that is to be pinned.
    public enum Fault: Sendable, Hashable {
        case unknown
        /// The instructions that it needs.
        case lacksInstructions(String)
        /// Another kernel is in use.
        case late(String)
    }
}

extension BLASKernel.Chooser: CustomStringConvertible {
    /// As it stands after "chosen by".
    public var description: String {
        switch self {
        case .openBLAS: "OpenBLAS"
        case .processor: "the processor's instructions"
        case .environment: "OPENBLAS_CORETYPE"
        case .caller: "name"
        }
    }

    fileprivate init(_ chooser: blas_kernel_chooser) {
        switch chooser {
        case blas_kernel_by_processor: self = .processor
        case blas_kernel_by_environment: self = .environment
        case blas_kernel_by_caller: self = .caller
        default: self = .openBLAS
        }
    }
}
