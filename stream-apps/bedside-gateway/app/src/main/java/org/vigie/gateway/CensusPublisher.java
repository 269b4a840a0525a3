package org.vigie.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.gateway.census.BedCensus;
import org.vigie.gateway.census.CensusChange;
import org.vigie.gateway.census.StayConflictResolver;
import org.vigie.gateway.identity.PseudonymGenerator;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Sex;
import org.vigie.schemas.Stay;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/** Keeps the census and publishes what a movement changes. One message at a time; it counts once the broker has it. */
final class CensusPublisher implements StayLookup {
    private static final double DAYS_A_YEAR = 365.25;

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final PseudonymGenerator pseudonyms;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile BedCensus census = BedCensus.empty();

    CensusPublisher(RecordSender recordSender, TopicCatalogue topics, PseudonymGenerator pseudonyms) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.pseudonyms = pseudonyms;
    }

    /** What was claimed of a bed before the gateway started. */
    synchronized void restore(String bed, BedStays claims) {
        String name = safe(bed);
        known.add(name);
        census = census.with(
                name,
                claims.getStays().stream()
                        .map(claim -> Stay.newBuilder(claim).setBed(name).build())
                        .toList());
    }

    /** A name that an older version took as it was sent. */
    private static String safe(String bed) {
        return BedName.isSafe(bed) ? bed : BedName.unknown(bed).value();
    }

    /** A bed of {@code stays.current}, whoever wrote it. */
    void restoreBed(String bed) {
        known.add(safe(bed));
    }

    /** Whether a bed of exactly this name is in the ward. */
    boolean isKnown(String bed) {
        return known.contains(bed);
    }

    /**
     * Makes beds known that nobody spoke of before: they are watched under a provisional stay from now on. Returns when the broker has
     * them, so that a bed lies in its topic before its first reading.
     *
     * @throws IOException when the broker does not take one: then its readings must not be published
     */
    void announceBeds(Collection<String> beds) throws IOException {
        try {
            CompletableFuture.allOf(beds.stream().map(this::announceBeds).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new IOException("the broker did not take a bed", e);
        }
    }

    /** One at a time with {@link #apply}: an empty bed must not follow the patient whom a movement puts there. */
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

    /** The bed that the census has a patient on; empty when on none. */
    @Override
    public String bedOf(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.patient(number).stream()
                        .flatMap(name -> census.bedOf(name).stream())
                        .findFirst()
                        .orElse("");
    }

    /** Whether the admission system spoke of a patient, here or gone. */
    @Override
    public boolean hasPatient(String number) {
        return !number.isEmpty()
                && pseudonyms.patient(number).stream()
                        .anyMatch(name -> census.last(name).isPresent());
    }

    /** The bed of the running stay with this visit number; empty when there is none. */
    @Override
    public String bedOfVisit(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.stay(number).stream()
                        .flatMap(stay -> census.bedOfStay(stay).stream())
                        .findFirst()
                        .orElse("");
    }

    /** How a patient is called inside: as long as the stay lasts the same, even when the keys are renewed. */
    String patient(String number) {
        List<String> names = pseudonyms.patient(number);
        return names.stream()
                .filter(name -> census.last(name).isPresent())
                .findFirst()
                .orElse(names.get(0));
    }

    /**
     * All of them at once: of two patients who change beds neither is on the other's.
     *
     * @throws IOException when the broker does not take them: then they have not happened
     */
    synchronized void apply(List<PatientMovement> movements, Instant now) throws IOException {
        BedCensus before = census;
        BedCensus after = before;
        for (PatientMovement movement : movements) {
            after = after.after(change(after, movement, now));
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (String bed : after.changedSince(before)) {
            List<Stay> claims = after.claims(bed);
            sent.add(recordSender.send(topics.staysClaimed(), bed, new BedStays(bed, new ArrayList<>(claims))));
            sent.add(recordSender.send(topics.staysCurrent(), bed, StayConflictResolver.of(bed, claims)));
        }
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
            known.addAll(after.changedSince(before));
            census = after;
        } catch (CompletionException e) {
            throw new IOException("the broker did not take a movement", e);
        }
    }

    long conflicts(List<String> beds, Instant at) {
        return beds.stream()
                .flatMap(bed -> StayConflictResolver.of(bed, census.claims(bed)).getStays().stream())
                .filter(stay -> StayConflictResolver.isConflict(stay) && stay.getUntil() == null)
                .count();
    }

    private CensusChange change(BedCensus latest, PatientMovement movement, Instant now) {
        Instant at = movement.time().orElse(now);
        String patient = patient(movement.patient());
        Optional<Stay> running = latest.last(patient).filter(stay -> stay.getUntil() == null);
        Instant admitted =
                movement.admittedAt().or(() -> running.map(Stay::getAdmittedAt)).orElse(at);
        String visit = movement.visit().isEmpty() ? movement.patient() + "|" + admitted : movement.visit();
        return new CensusChange(
                movement.action(),
                patient,
                running.map(Stay::getStay)
                        .orElseGet(() -> pseudonyms.stay(visit).get(0)),
                movement.visit().isEmpty() ? List.of() : pseudonyms.stay(movement.visit()),
                movement.bed(),
                movement.priorBed(),
                movement.priorPatient().isEmpty() ? "" : patient(movement.priorPatient()),
                at,
                admitted,
                age(movement.person().born(), admitted),
                sex(movement.person().sex()));
    }

    private static Double age(String born, Instant at) {
        if (!born.matches("[12][0-9]{3}([01][0-9]([0-3][0-9].*)?)?")) {
            return null;
        }
        int month = born.length() >= 6 ? Integer.parseInt(born.substring(4, 6)) : 7;
        double year = Integer.parseInt(born.substring(0, 4)) + (month - 1) / 12.0;
        double then = 1970 + at.getEpochSecond() / 86_400.0 / DAYS_A_YEAR;
        double age = Math.floor((then - year) * 10) / 10;
        return age >= 0 && age <= 120 ? age : null;
    }

    private static Sex sex(String sent) {
        return switch (sent) {
            case "F", "female" -> Sex.FEMALE;
            case "M", "male" -> Sex.MALE;
            default -> Sex.UNKNOWN;
        };
    }
}
