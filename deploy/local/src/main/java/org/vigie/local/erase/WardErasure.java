package org.vigie.local.erase;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.local.identity.IdentityCertificate;
import org.vigie.local.identity.IdentitySearch;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;

/**
 * Erases a patient from everything that a stopped ward keeps, and searches for what is left.
 *
 * @param data data directory of the ward; its caller holds the lock
 * @param keys folder of the gateway's keys
 * @param archives folders of archives and of exports with names
 * @param err tells the user that the audit trail lacks the erasure
 */
public record WardErasure(Path data, Path keys, List<Path> archives, PrintWriter err) {
    /** Holds the state of apps that read it again from the topics. */
    private static final List<String> STATES =
            List.of("risk-flink", "vitals-streams", "alert-streams", "alert-analytics");

    /** Bounds the copy of one table of the store. */
    private static final Duration LONGEST_COPY = Duration.ofHours(6);

    public WardErasure {
        archives = List.copyOf(archives);
    }

    /**
     * Erases and searches. The lists of stays come last: an erasure that was interrupted can be started again.
     *
     * @param number of the patient, as the admission system sends it
     * @param names further identities that are searched for: names, a birth date
     * @throws IllegalArgumentException when the number is too short to be searched for, or the patient still lies on a bed
     */
    public WardErasureCertificate run(String number, List<String> names)
            throws IOException, InterruptedException, ExecutionException {
        IdentitySearch.searchable("--patient", number);
        GatewayKeysets keysets = GatewayKeysets.existing(keys);
        Set<String> pseudonyms = new HashSet<>(keysets.pseudonyms().patient(number));
        FoundRecords found = read(keysets, number, pseudonyms);
        long destroyed = pseudonyms.stream().filter(keysets.patients()::destroy).count();
        SortedMap<String, Long> rows = rows(found.patient());
        var archive = new ArchiveErasure(found.patient(), archives);
        SortedMap<String, Long> archived = archive.removeRecords();
        new BrokerErasure(data.resolve("broker")).run(found.plan());
        archived.putAll(archive.removeStays());
        for (String state : STATES) {
            delete(data.resolve(state));
        }
        return new WardErasureCertificate(
                Instant.now(),
                destroyed,
                found.patient().stays().size(),
                found.plan().records(),
                rows,
                archived,
                found.rules().redactedEvents(),
                found.rules().resealedChains(),
                found.rules().erasedChains(),
                found.gaps(),
                search(found, names));
    }

    private FoundRecords read(GatewayKeysets keysets, String number, Set<String> pseudonyms)
            throws IOException, InterruptedException, ExecutionException {
        try (var topics = StoppedWardBroker.start(data)) {
            return FoundRecords.read(topics.kafka(), keysets.seal(), number, pseudonyms, archives);
        }
    }

    private SortedMap<String, Long> rows(ErasedPatient patient) throws InterruptedException {
        try (var store = EmbeddedStore.start(data.resolve("store"), 0, 0)) {
            return new StoreErasure(
                            new StoreQuery(store.httpUrl(), store.admin()).withTimeout(LONGEST_COPY),
                            data.resolve("store").resolve("db"))
                    .run(patient);
        }
    }

    private IdentityCertificate search(FoundRecords found, List<String> names) throws IOException {
        ErasedPatient patient = found.patient();
        List<String> searched = new ArrayList<>(names);
        searched.add(patient.number());
        searched.addAll(patient.pseudonyms());
        searched.addAll(patient.stays());
        List<Path> folders = Stream.concat(Stream.of(data), archives.stream()).toList();
        try (var topics = StoppedWardBroker.start(data)) {
            new CommandAudit(topics.kafka(), err).record(AccessOperation.ERASE_PATIENT, found.auditDetail());
            return new IdentitySearch(searched).run(Optional.of(topics.kafka()), folders, List.of());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
