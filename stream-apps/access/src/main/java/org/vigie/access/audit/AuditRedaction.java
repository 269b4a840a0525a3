package org.vigie.access.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vigie.schemas.AuditEvent;

/**
 * Takes a patient out of the audit trail and seals the chains again from there on. Who did what and when stays; of which patient is lost.
 *
 * <p>Whoever may write the topic can also seal a chain again. So the hash of the end of each chain before and after belongs into the
 * certificate of the erasure, and into its audit event.
 */
public final class AuditRedaction {
    /** Stands where the patient stood. */
    static final String ERASED = "erased";

    private final Predicate<String> namesPatient;
    private final Map<String, String> sealedAgain = new HashMap<>();
    private final SortedMap<String, ResealedChain> ends = new TreeMap<>();
    private long redacted;

    /** @param namesPatient returns true for a text in which the patient is named */
    public AuditRedaction(Predicate<String> namesPatient) {
        this.namesPatient = namesPatient;
    }

    /** Returns the event that takes the place of the next one of its chain; empty when it stays as it is. */
    public Optional<AuditEvent> take(AuditEvent event) {
        boolean isNamed = namesPatient.test(event.getPatient()) || namesPatient.test(event.getDetail());
        String previous = sealedAgain.getOrDefault(event.getPreviousHash(), event.getPreviousHash());
        if (!isNamed && previous.equals(event.getPreviousHash())) {
            return Optional.empty();
        }
        redacted += isNamed ? 1 : 0;
        return Optional.of(sealed(event, isNamed, previous));
    }

    private AuditEvent sealed(AuditEvent event, boolean isNamed, String previous) {
        AuditEvent changed =
                AuditEvent.newBuilder(event).setPreviousHash(previous).build();
        if (isNamed) {
            changed.setPatient(ERASED);
            changed.setDetail(namesPatient.test(event.getDetail()) ? ERASED : event.getDetail());
        }
        changed.setHash(AuditChain.HASH.of(changed));
        sealedAgain.put(event.getHash(), changed.getHash());
        ends.put(event.getChain(), new ResealedChain(event.getChain(), event.getHash(), changed.getHash()));
        return changed;
    }

    /** Returns the end of each chain that was sealed again: from its first change on, each later event changes. */
    public List<ResealedChain> ends() {
        return List.copyOf(ends.values());
    }

    /** Returns how many events named the patient. */
    public long redacted() {
        return redacted;
    }
}
