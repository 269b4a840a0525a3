package org.vigie.local.erase;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Holds what the topics of a ward say about a patient.
 *
 * @param patient the patient with the stays that were found
 * @param rules that decided about each record
 * @param plan what becomes of each record
 */
record FoundRecords(ErasedPatient patient, ErasureRules rules, ErasurePlan plan) {
    /**
     * Reads all topics.
     *
     * @param number of the patient
     * @param pseudonyms of the patient
     * @throws IllegalArgumentException when the patient still lies on a bed
     */
    static FoundRecords read(KafkaConnectionConfig kafka, IdentityCipher cipher, String number, Set<String> pseudonyms)
            throws ExecutionException, InterruptedException {
        var stays = new PatientStays(pseudonyms);
        stays.read(kafka);
        stays.openBed().ifPresent(bed -> {
            throw new IllegalArgumentException("--patient: must be discharged first, lies on bed " + bed);
        });
        ErasedPatient patient = stays.patient(number);
        var rules = new ErasureRules(patient, new AvroSerdes(kafka.registry()), cipher);
        return new FoundRecords(patient, rules, new ErasurePlanner(kafka, rules).plan());
    }
}
