package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TopicAclsCommandTest {
    @Test
    void eachLineIsACommandOfKafkaForOnePrincipalAndResource() {
        // given
        var printed = new StringWriter();
        var command = new CommandLine(new TopicsCommand()).setOut(new PrintWriter(printed));

        // when
        int status = command.execute("acls");

        // then
        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains(
                        "kafka-acls.sh --bootstrap-server 127.0.0.1:19092 --add --allow-principal User:vigie-vitals-streams"
                                + " --topic vigie.ward.observations.clean --operation READ --operation DESCRIBE"
                                + " --operation DESCRIBE_CONFIGS --operation WRITE")
                .contains("--topic vigie.ward.vitals-streams- --resource-pattern-type prefixed --operation ALL")
                .doesNotContain("User:vigie-station --topic vigie.ward.identities.sealed");
    }
}
