package org.vigie.gateway.erase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what was destroyed of one patient, and what can still be read. It repeats no number and no name.
 *
 * @param at when the search ended
 * @param pseudonyms of the patient, under each key of the gateway
 * @param keysDestroyed keys of the patient that were there and are gone
 * @param unreadable sealed records of the patient that nobody can read any more
 * @param readable sealed records that name the patient and can still be read
 */
record ErasureCertificate(Instant at, List<String> pseudonyms, long keysDestroyed, long unreadable, long readable) {
    ErasureCertificate {
        pseudonyms = List.copyOf(pseudonyms);
    }

    /** Returns true when something of the patient was there and none of it can be read. */
    boolean isErased() {
        return readable == 0 && keysDestroyed + unreadable > 0;
    }

    /** Returns what was done, without the patient. */
    String counts() {
        return "%d keys destroyed, %d sealed records unreadable, %d readable"
                .formatted(keysDestroyed, unreadable, readable);
    }

    /** Returns the certificate for people. */
    String text() {
        if (keysDestroyed + unreadable + readable == 0) {
            return "Nothing was sealed for this patient: compare the number and the folder of keys.";
        }
        return keysDestroyed + " keys destroyed. " + unreadable
                + " sealed records of the patient cannot be read any more, "
                + readable + " can still be read"
                + (readable == 0
                        ? "."
                        : ": they name several patients or none, and end with the retention of their topic.");
    }

    /** Returns the certificate for programs. */
    Map<String, Object> toMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", at.toString());
        answer.put("pseudonyms", pseudonyms);
        answer.put("keysDestroyed", keysDestroyed);
        answer.put("unreadable", unreadable);
        answer.put("readable", readable);
        answer.put("erased", isErased());
        return answer;
    }
}
