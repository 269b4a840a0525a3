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
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Keeps the census and publishes the stays that a movement changes. It applies one message at a time. A movement is in force once the
 * broker has it.
 */
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

    /** Restores the claims of a bed from before the start. */
    synchronized void restore(String bed, BedStays claims) {
        String name = safe(bed);
        known.add(name);
        census = census.with(
                name,
                claims.getStays().stream()
                        .map(claim -> Stay.newBuilder(claim).setBed(name).build())
                        .toList());
    }

    /** Returns a safe name for a bed that an older version kept as it was sent. */
    private static String safe(String bed) {
        return BedName.isSafe(bed) ? bed : BedName.unknown(bed).value();
    }

    /** Restores a bed of {@code stays.current}. */
    void restoreBed(String bed) {
        known.add(safe(bed));
    }

    /** Says whether a bed with exactly this name is in the ward. */
    boolean isKnown(String bed) {
        return known.contains(bed);
    }

    /**
     * Publishes beds that are new, with a provisional stay. Returns when the broker has them, so that a bed is in its topic before its
     * first reading.
     *
     * @throws IOException when the broker does not take one; its readings must not be published then
     */
    void announceBeds(Collection<String> beds) throws IOException {
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

    /** Returns the bed of a patient in the census. Empty when there is none. */
    @Override
    public String bedOf(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.patient(number).stream()
                        .flatMap(name -> census.bedOf(name).stream())
                        .findFirst()
                        .orElse("");
    }

    /** Says whether the census has, or had, a patient with this identifier. */
    @Override
    public boolean hasPatient(String number) {
        return !number.isEmpty()
                && pseudonyms.patient(number).stream()
                        .anyMatch(name -> census.last(name).isPresent());
    }

    /** Returns the bed of the running stay with this visit number. Empty when there is none. */
    @Override
    public String bedOfVisit(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.stay(number).stream()
                        .flatMap(stay -> census.bedOfStay(stay).stream())
                        .findFirst()
                        .orElse("");
    }

    /** Returns the pseudonym of a patient. It stays the same as long as the stay lasts, even when the keys are renewed. */
    String patient(String number) {
        List<String> names = pseudonyms.patient(number);
        return names.stream()
                .filter(name -> census.last(name).isPresent())
                .findFirst()
                .orElse(names.get(0));
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
            after = after.after(change(after, movement, now));
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (String bed : after.changedSince(before)) {
            List<Stay> claims = after.claims(bed);
            sent.add(recordSender.send(topics.staysClaimed(), bed, new BedStays(bed, new ArrayList<>(claims))));
            sent.add(recordSender.send(topics.staysCurrent(), bed, new StayConflictResolver(bed, claims).resolved()));
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
                .flatMap(bed -> new StayConflictResolver(bed, census.claims(bed)).resolved().getStays().stream())
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

    private static AdministrativeSexRecord sex(String sent) {
        return switch (sent) {
            case "F", "female" -> AdministrativeSexRecord.FEMALE;
            case "M", "male" -> AdministrativeSexRecord.MALE;
            default -> AdministrativeSexRecord.UNKNOWN;
        };
    }
}
