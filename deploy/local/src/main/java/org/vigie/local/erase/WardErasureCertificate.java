package org.vigie.local.erase;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.vigie.access.audit.ResealedChain;
import org.vigie.local.identity.IdentityCertificate;

/**
 * Says what was erased of one patient, and what a search for the patient found afterwards. It repeats no number, no name and no pseudonym.
 *
 * @param at when the search ended
 * @param keysDestroyed keys of the patient that were there and are gone
 * @param stays how many stays the patient had
 * @param records removed or changed records of each topic
 * @param rows removed rows of each table of the store
 * @param archived removed records of each file of an archive
 * @param redactedEvents events of the audit trail that no longer name the patient
 * @param audit ends of the audit trail's chains that were sealed again
 * @param ledger ends of the chains that are no longer in the alarm ledger
 * @param gaps why something of the patient may not have been found
 * @param search result of the search
 */
public record WardErasureCertificate(
        Instant at,
        long keysDestroyed,
        int stays,
        SortedMap<String, Long> records,
        SortedMap<String, Long> rows,
        SortedMap<String, Long> archived,
        long redactedEvents,
        List<ResealedChain> audit,
        Collection<ErasedChain> ledger,
        List<String> gaps,
        IdentityCertificate search) {
    public WardErasureCertificate {
        audit = List.copyOf(audit);
        ledger = List.copyOf(ledger);
        gaps = List.copyOf(gaps);
    }

    /** Returns true when something of the patient was there, all stays were known, and a search finds nothing more. */
    public boolean isErased() {
        return search.isClean() && wasKnown() && gaps.isEmpty();
    }

    private boolean wasKnown() {
        return keysDestroyed > 0 || !records.isEmpty() || !rows.isEmpty() || !archived.isEmpty();
    }

    /** Returns the certificate for people. */
    public Stream<String> lines() {
        if (!wasKnown()) {
            return Stream.of("Nothing of this patient was found: compare the number and the folders.");
        }
        return Stream.of(
                        Stream.of("%d keys destroyed, %d stays".formatted(keysDestroyed, stays)),
                        counts("records of ", records),
                        counts("rows of ", rows),
                        counts("records of ", archived),
                        Stream.of(
                                "%d events of the audit trail no longer name the patient; its chains were sealed again"
                                        .formatted(redactedEvents)),
                        gaps.stream().map(gap -> "NOT ERASED COMPLETELY: " + gap),
                        search.lines())
                .flatMap(line -> line);
    }

    private static Stream<String> counts(String what, SortedMap<String, Long> counted) {
        return counted.entrySet().stream().map(each -> "  " + each.getValue() + " " + what + each.getKey());
    }

    /** Returns the certificate for programs. */
    public Map<String, Object> toMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", at.toString());
        answer.put("erased", isErased());
        answer.put("keysDestroyed", keysDestroyed);
        answer.put("stays", stays);
        answer.put("records", records);
        answer.put("rows", rows);
        answer.put("archived", archived);
        answer.put("redactedEvents", redactedEvents);
        answer.put("audit", audit);
        answer.put("ledger", ledger);
        answer.put("gaps", gaps);
        answer.put("search", search.toMap());
        return answer;
    }
}
