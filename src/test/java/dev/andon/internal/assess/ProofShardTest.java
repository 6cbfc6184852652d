package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.formats.Shard;
import dev.andon.internal.require.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofShardTest {

    @Test
    void a_build_tries_all_faults_or_the_part_that_is_configured() {
        assertThat(NewTestProofs.shard(null)).isEqualTo(Shard.ALL);
        assertThat(NewTestProofs.shard("2/8")).isEqualTo(new Shard(2, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "2", "2/0", "two/8"})
    void what_is_no_part_is_a_misuse_that_names_the_key(String configured) {
        assertThatThrownBy(() -> NewTestProofs.shard(configured))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("andon.proof.shard")
                .hasMessageContaining("2/8");
    }
}
