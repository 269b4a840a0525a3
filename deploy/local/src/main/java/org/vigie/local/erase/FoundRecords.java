package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Holds what the topics of a ward say about a patient.
 *
 * @param patient the patient with the stays that were found
 * @param rules that decided about each record
 * @param plan what becomes of each record
 * @param gaps why something of the patient may not have been found
 */
record FoundRecords(ErasedPatient patient, ErasureRules rules, ErasurePlan plan, List<String> gaps) {
    FoundRecords {
        gaps = List.copyOf(gaps);
    }

    /** Describes the erasure without the patient: whoever compares the trail later needs the end of each chain before and after. */
    String auditDetail() {
        return rules.resealedChains().stream()
                .map(chain -> "; chain " + chain)
                .collect(Collectors.joining("", patient.stays().size() + " stays in a stopped ward", ""));
    }

    /**
     * Reads the lists of stays, then all topics.
     *
     * @param number of the patient
     * @param pseudonyms of the patient
     * @param archives folders of archives, which list the stays of earlier days
     * @throws IllegalArgumentException when the patient still lies on a bed
     */
    static FoundRecords read(
            KafkaConnectionConfig kafka,
            IdentityCipher cipher,
            String number,
            Set<String> pseudonyms,
            List<Path> archives)
            throws IOException, ExecutionException, InterruptedException {
        var stays = new PatientStays(pseudonyms);
        new ArchivedStayLists(archives).read(stays::takeArchived);
        stays.read(kafka);
        stays.openBed().ifPresent(bed -> {
            throw new IllegalArgumentException("--patient: must be discharged first, lies on bed " + bed);
        });
        ErasedPatient patient = stays.patient(number);
        var rules = new ErasureRules(patient, new AvroSerdes(kafka.registry()), cipher);
        return new FoundRecords(patient, rules, new ErasurePlanner(kafka, rules).plan(), stays.gaps());
    }
}
