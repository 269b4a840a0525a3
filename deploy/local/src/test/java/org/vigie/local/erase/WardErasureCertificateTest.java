package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.access.audit.ResealedChain;
import org.vigie.local.identity.IdentityCertificate;

class WardErasureCertificateTest {
    @Test
    void aPatientWhoseKeyWasThereButNoStayIsNotErased() {
        // given
        String gap = new PatientStays(Set.of("p-1")).gaps().get(0);

        // when
        WardErasureCertificate certificate = certificate(List.of(gap));

        // then
        assertThat(certificate.isErased()).isFalse();
        assertThat(certificate.toMap())
                .containsEntry("erased", false)
                .containsEntry("gaps", List.of(gap))
                .containsEntry("audit", List.of(new ResealedChain("station-1", "ab", "cd")));
        assertThat(certificate.lines()).contains("NOT ERASED COMPLETELY: " + gap);
    }

    @Test
    void aPatientOfWhomEverythingWasKnownIsErasedWhenTheSearchIsClean() {
        assertThat(certificate(List.of()).isErased()).isTrue();
    }

    private static WardErasureCertificate certificate(List<String> gaps) {
        return new WardErasureCertificate(
                Instant.EPOCH,
                1,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                List.of(new ResealedChain("station-1", "ab", "cd")),
                List.of(),
                gaps,
                new IdentityCertificate(Instant.EPOCH, 2, List.of()));
    }
}
