package org.vigie.gateway.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vigie.gateway.census.BedCensus;
import org.vigie.gateway.census.StayConflictResolver;
import org.vigie.gateway.identity.PseudonymGenerator;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.intake.VisitBed;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Keeps the census and publishes the stays that a movement changes. It applies one message at a time. A movement is in force once the
 * broker has it.
 */
public final class CensusPublisher implements StayLookup {
    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final PseudonymGenerator pseudonyms;
    private final CensusChangeFactory changes;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    /** Beds of a movement that the broker did not take as a whole. Its topics may differ from the census there. */
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();

    private volatile BedCensus census = BedCensus.empty();

    public CensusPublisher(RecordSender recordSender, TopicCatalogue topics, PseudonymGenerator pseudonyms) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.pseudonyms = pseudonyms;
        this.changes = new CensusChangeFactory(pseudonyms);
    }

    /**
     * Restores the claims of a bed from before the start.
     *
     * @param claims replaces those restored before; empty when it is not known who has the bed
     */
    public synchronized void restoreClaims(String bed, List<Stay> claims) {
        String name = safe(bed);
        census = census.with(
                name,
                claims.stream()
                        .map(claim -> Stay.newBuilder(claim).setBed(name).build())
                        .toList());
    }

    /** Returns a safe name for a bed that an older version kept as it was sent. */
    private static String safe(String bed) {
        return BedName.isSafe(bed) ? bed : BedName.unknown(bed).value();
    }

    /** Restores a bed of {@code stays.current}. */
    public void restoreBed(String bed) {
        known.add(safe(bed));
    }

    /** Returns the number of beds in the ward. */
    public int beds() {
        return known.size();
    }

    /** Returns true when a bed with exactly this name is in the ward. */
    public boolean isKnown(String bed) {
        return known.contains(bed);
    }

    /**
     * Publishes beds that are new, with a provisional stay. Returns when the broker has them, so that a bed is in its topic before its
     * first reading.
     *
     * @throws IOException when the broker does not take one; its readings must not be published then
     */
    void announceBeds(Collection<String> beds) throws IOException {
        if (!unsettled.isEmpty()) {
            settle();
        }
        try {
            CompletableFuture.allOf(beds.stream().map(this::announceBeds).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new IOException("the broker did not take a bed", e);
        }
    }

    /** Publishes one new bed. It excludes {@link #apply}: an empty bed must not be published after the patient of a movement. */
    private CompletableFuture<Void> announceBeds(String bed) {
        if (known.contains(bed)) {
            return CompletableFuture.completedFuture(null);
        }
        synchronized (this) {
            return known.contains(bed)
                    ? CompletableFuture.completedFuture(null)
                    : recordSender
                            .send(topics.staysCurrent(), bed, new BedStays(bed, new ArrayList<>()))
                            .thenRun(() -> known.add(bed));
        }
    }

    @Override
    public String bedOf(String number, Instant at) {
        return new CensusLookup(census, pseudonyms).bedOf(number, at);
    }

    String bedOf(String number, String named, Instant at) {
        return new CensusLookup(census, pseudonyms).bedOf(number, named, at);
    }

    @Override
    public boolean hasPatient(String number) {
        return new CensusLookup(census, pseudonyms).hasPatient(number);
    }

    @Override
    public List<VisitBed> bedsOfVisit(String number) {
        return new CensusLookup(census, pseudonyms).bedsOfVisit(number);
    }

    /** Returns the pseudonym of a patient. */
    String patient(String number) {
        return changes.patient(census, number);
    }

    /**
     * Applies movements together, so that two patients who change beds are never on one bed.
     *
     * @throws IOException when the broker does not take them; they are not in force then
     */
    synchronized void apply(List<PatientMovement> movements, Instant now) throws IOException {
        BedCensus before = census;
        BedCensus after = before;
        for (PatientMovement movement : movements) {
            after = after.after(changes.change(after, movement, now));
        }
        Set<String> beds = new TreeSet<>(unsettled);
        beds.addAll(after.changedSince(before));
        send(after, beds);
        census = after;
    }

    /**
     * Sends the stays first, and the claims once the broker has all stays. After a crash between the two the claims are those before the
     * movement, so that it counts when the sender repeats it.
     */
    private void send(BedCensus after, Set<String> beds) throws IOException {
        try {
            all(beds.stream().map(bed -> recordSender.send(topics.staysCurrent(), bed, stays(bed, after))));
            all(beds.stream().map(bed -> recordSender.send(topics.staysClaimed(), bed, claims(bed, after))));
            known.addAll(beds);
            unsettled.removeAll(beds);
        } catch (CompletionException e) {
            unsettled.addAll(beds);
            throw new IOException("the broker did not take a movement", e);
        }
    }

    /**
     * Takes back what the broker has of a movement that is not in force, such as the end on one bed without the begin on the other. The sender may
     * never repeat that movement.
     */
    private synchronized void settle() {
        for (String bed : List.copyOf(unsettled)) {
            unsettled.remove(bed);
            var unused = CompletableFuture.allOf(
                            recordSender.send(topics.staysCurrent(), bed, stays(bed, census)),
                            recordSender.send(topics.staysClaimed(), bed, claims(bed, census)))
                    .exceptionally(failure -> {
                        unsettled.add(bed);
                        return null;
                    });
        }
    }

    /** Waits until the broker has all records. */
    private static void all(Stream<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private static BedStays stays(String bed, BedCensus census) {
        return new StayConflictResolver(bed, census.claims(bed)).resolved();
    }

    private static BedStays claims(String bed, BedCensus census) {
        return new BedStays(bed, new ArrayList<>(census.claims(bed)));
    }

    long conflicts(List<String> beds, Instant at) {
        return beds.stream()
                .flatMap(bed -> stays(bed, census).getStays().stream())
                .filter(stay -> StayConflictResolver.isConflict(stay) && stay.getUntil() == null)
                .count();
    }
}
