import DataSets
import LinearAlgebra

extension Examples<Float> {
    /// `count` examples of the waveform problem, divided by three, so that inputs are of about unit size.
    public static func waveforms(_ count: Int, using stream: inout RandomStream) -> Examples {
        let data = WaveformFamily.sample(count, using: &stream)
        return Examples(
            shape: .vector(WaveformFamily.features), inputs: data.inputs.elements.map { Float($0 / 3) },
            targets: .labels(data.labels))
    }
}
