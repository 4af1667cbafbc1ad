import CHarfBuzzSubset
import Foundation

/// The part of a font that sets some letters. The only file that touches HarfBuzz's subsetter.
enum FontSubset {
    /// What the pages use of a font: kerning, ligatures, accents in their places, figures of one width.
    private static let features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]

    /// The tables of `font` cut down to `letters`, without hints and without names other than copyright and licence: the
    /// Open Font License wants those two kept, and a changed font must not bear a reserved name.
    ///
    /// - Parameters:
    ///   - font: a TrueType or OpenType font.
    ///   - letters: ranges of Unicode scalars; those that the font lacks are passed over.
    /// - Returns: nil when `font` is no font or holds none of the letters.
    static func of(_ font: Data, letters: [ClosedRange<UInt32>]) -> Data? {
        font.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Data? in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let blob = hb_blob_create_or_fail(start, UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
            else {
                return nil
            }
            defer { hb_blob_destroy(blob) }
            let face = hb_face_create(blob, 0)
            defer { hb_face_destroy(face) }
            guard hb_face_get_glyph_count(face) > 0, let input = hb_subset_input_create_or_fail() else { return nil }
            defer { hb_subset_input_destroy(input) }
            let wanted = hb_subset_input_unicode_set(input)
            for range in letters { hb_set_add_range(wanted, range.lowerBound, range.upperBound) }
            let found = hb_set_create()
            defer { hb_set_destroy(found) }
            hb_face_collect_unicodes(face, found)
            hb_set_intersect(found, wanted)
            guard hb_set_is_empty(found) == 0 else { return nil }
            hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
            let names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
            hb_set_clear(names)
            for name in [HB_OT_NAME_ID_COPYRIGHT, HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL] {
                hb_set_add(names, UInt32(name))
            }
            let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
            hb_set_clear(features)
            for feature in Self.features { hb_set_add(features, hb_tag_from_string(feature, 4)) }
            guard let part = hb_subset_or_fail(face, input) else { return nil }
            defer { hb_face_destroy(part) }
            let written = hb_face_reference_blob(part)
            defer { hb_blob_destroy(written) }
            var length: UInt32 = 0
            guard let data = hb_blob_get_data(written, &length), length > 0 else { return nil }
            return Data(bytes: data, count: Int(length))
        }
    }
}
