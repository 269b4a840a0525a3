package org.vigie.station.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.access.AccessOperation;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;

/** Holds the latest looks at each bed. The page of the whole ward shows every bed to everybody and is no look at one. */
public final class BedAccesses {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_OF_A_BED = 100;
    private static final Set<String> READS = Set.of(
            AccessOperation.READ_PATIENT.name(),
            AccessOperation.READ_ACCESSES.name(),
            AccessOperation.VERIFY_RESULT.name());
    private static final Set<AuditOutcome> DONE = Set.of(AuditOutcome.PERMITTED, AuditOutcome.EMERGENCY);

    private final Map<String, List<BedAccessSnapshot>> beds = new HashMap<>();

    /** Takes an event of the audit trail. What is no permitted read of one bed is left out. */
    public void take(AuditEvent event) {
        if (READS.contains(event.getOperation()) && DONE.contains(event.getOutcome())) {
            List<BedAccessSnapshot> looks = beds.computeIfAbsent(event.getPatient(), bed -> new ArrayList<>());
            add(looks, look(event));
            if (looks.size() > MOST_OF_A_BED) {
                looks.remove(0);
            }
        }
    }

    /** Returns the looks at a bed that ended at {@code since} or later, the newest first. */
    public List<BedAccessSnapshot> of(String bed, Instant since) {
        return beds.getOrDefault(bed, List.of()).stream()
                .filter(look -> look.until() >= since.toEpochMilli())
                .sorted(Comparator.comparingLong(BedAccessSnapshot::until).reversed())
                .toList();
    }

    private static BedAccessSnapshot look(AuditEvent event) {
        long at = event.getAt().toEpochMilli();
        boolean emergency = event.getOutcome() == AuditOutcome.EMERGENCY;
        return new BedAccessSnapshot(event.getActor(), event.getRole(), event.getSource(), emergency, at, at);
    }

    private static void add(List<BedAccessSnapshot> looks, BedAccessSnapshot next) {
        for (int place = looks.size() - 1; place >= 0; place--) {
            BedAccessSnapshot before = looks.get(place);
            if (isSameLook(before, next)) {
                looks.set(place, before.extendedTo(next.until()));
                return;
            }
        }
        looks.add(next);
    }

    private static boolean isSameLook(BedAccessSnapshot before, BedAccessSnapshot next) {
        return before.user().equals(next.user())
                && before.role().equals(next.role())
                && before.source().equals(next.source())
                && before.emergency() == next.emergency()
                && next.from() - before.until() <= PAUSE.toMillis();
    }
}
