package org.vigie.local.erase;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.access.audit.AuditRedaction;
import org.vigie.access.audit.ResealedChain;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Chooses the rule for each topic of a broker, those of replays included. */
final class ErasureRules {
    private static final String PREFIX = "vigie.";

    private final ErasedPatient patient;
    private final AvroSerdes serdes;
    private final IdentityCipher cipher;
    private final AuditRedaction redaction;
    private final Map<String, LedgerRecordRule> ledgers = new HashMap<>();

    ErasureRules(ErasedPatient patient, AvroSerdes serdes, IdentityCipher cipher) {
        this.patient = patient;
        this.serdes = serdes;
        this.cipher = cipher;
        this.redaction = new AuditRedaction(patient::isNamedIn);
    }

    /** Returns the rule of a topic; empty for the broker's and the registry's own topics, which hold no patient. */
    Optional<RecordRule> of(String topic) {
        if (!topic.startsWith(PREFIX)) {
            return Optional.empty();
        }
        TopicCatalogue topics = TopicCatalogue.in(topic.split("\\.", 3)[1], 1);
        return topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .map(known -> ofCatalogue(topics, known))
                .or(() -> Optional.of(new ChangelogRule(patient)));
    }

    /** Returns true for the topics from which the patient's stays are known. */
    boolean isStayList(String topic) {
        return of(topic).filter(StayListRule.class::isInstance).isPresent();
    }

    private RecordRule ofCatalogue(TopicCatalogue topics, Topic<? extends SpecificRecord> topic) {
        if (topic.equals(topics.staysCurrent()) || topic.equals(topics.staysClaimed())) {
            return new StayListRule(patient, serdes.of(topics.staysCurrent()));
        }
        if (topic.equals(topics.auditEvents())) {
            return new AuditEventRule(redaction, serdes.of(topics.auditEvents()));
        }
        if (topic.equals(topics.alertsLedger())) {
            return ledgers.computeIfAbsent(
                    topic.name(),
                    name -> new LedgerRecordRule(
                            patient, serdes.of(topics.alertsLedger()).deserializer()));
        }
        return ofRecords(topics, topic);
    }

    private <V extends SpecificRecord> RecordRule ofRecords(TopicCatalogue topics, Topic<V> topic) {
        var values = serdes.of(topic).deserializer();
        if (Set.<Topic<?>>of(topics.identitiesSealed(), topics.messagesSealed(), topics.recordsQuarantined())
                .contains(topic)) {
            return new SealedRecordRule<>(patient, cipher, values);
        }
        return bedTopics(topics).contains(topic) ? new BedRecordRule<>(patient, values) : new NamedRecordRule(patient);
    }

    /** Returns the topics whose records may name a bed alone. */
    private static Set<Topic<?>> bedTopics(TopicCatalogue topics) {
        return Set.of(
                topics.observationsRaw(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.observationsNamed(),
                topics.alarmsBedside(),
                topics.truthEvents());
    }

    /** Returns the ends of the ledger's chains that the rules removed. */
    Collection<ErasedChain> erasedChains() {
        return ledgers.values().stream()
                .flatMap(ledger -> ledger.ends().stream())
                .toList();
    }

    /** Returns the ends of the audit trail's chains that were sealed again. */
    List<ResealedChain> resealedChains() {
        return redaction.ends();
    }

    /** Returns how many events of the audit trail named the patient. */
    long redactedEvents() {
        return redaction.redacted();
    }
}
