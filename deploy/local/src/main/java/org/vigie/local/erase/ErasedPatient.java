package org.vigie.local.erase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.vigie.schemas.Stay;

/**
 * Names a patient who is erased.
 *
 * @param number as the admission system sends it
 * @param pseudonyms of the patient, under each key of the gateway
 * @param stays pseudonyms of the patient's stays and visits
 * @param periods when the patient lay on which bed
 */
record ErasedPatient(String number, Set<String> pseudonyms, Set<String> stays, List<BedPeriod> periods) {
    ErasedPatient {
        pseudonyms = Set.copyOf(pseudonyms);
        stays = Set.copyOf(stays);
        periods = List.copyOf(periods);
    }

    /** Returns true when a pseudonym of the patient or of a stay stands in the text. */
    boolean isNamedIn(String text) {
        return pseudonyms.stream().anyMatch(text::contains) || stays.stream().anyMatch(text::contains);
    }

    /** Returns true when a pseudonym stands in the bytes. Avro and the codecs of states write texts as they are. */
    boolean isNamedIn(byte[] bytes) {
        return bytes != null && isNamedIn(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    boolean has(Stay stay) {
        return pseudonyms.contains(stay.getPatient()) || stays.contains(stay.getStay());
    }

    boolean layOn(String bed, Instant at) {
        return periods.stream().anyMatch(period -> period.holds(bed, at));
    }
}
