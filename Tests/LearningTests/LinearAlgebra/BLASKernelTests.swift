import Learning
import Testing

@Suite struct BLASKernelTests {
    @Test func theKernelInUseIsTheChosenOne() {
        let kernel = BLASKernel.current
        #expect(kernel.name == BLAS.core)
        #expect(BLASKernel.refused == nil)
        if kernel.chooser == .processor { #expect(BLASKernel.runnable.contains(kernel.name)) }
    }

    @Test func aKernelThatCannotBeHadIsAnErrorWithThoseThatCan() {
        let core = BLAS.core
        #expect {
            try BLASKernel.pin("Zan")
        } throws: {
            $0 as? LearningError == .kernel(name: "Zan", .unknown, runnable: BLASKernel.runnable)
                && ($0 as? LearningError)?.description.hasPrefix("OpenBLAS's kernel 'Zan' is not known. ") == true
        }
        for name in ["Prescott", "Nehalem", "Sandybridge", "Haswell", "Zen", "SkylakeX"]
        where name != core && !BLASKernel.runnable.contains(name) {
            #expect {
                try BLASKernel.pin(name)
            } throws: {
                guard case LearningError.kernel(name, .lacksInstructions, _) = $0 else { return false }
                return true
            }
        }
        for name in BLASKernel.runnable where name != core {
            #expect(throws: LearningError.kernel(name: name, .late(core), runnable: BLASKernel.runnable)) {
                try BLASKernel.pin(name)
            }
        }
        #expect(BLAS.core == core)
    }

    @Test func speedsAreMeasured() {
        let speed = ProcessorSpeed.measure()
        #expect(speed.measured > 0)
        if let allowed = speed.allowed { #expect(allowed > speed.measured / 2) }
    }
}
