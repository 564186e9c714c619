package holdfast.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.util.List;
import java.util.Map;

/**
 * Kinds that Kubernetes itself and the Prometheus operator define, checked by a client's classes,
 * made strict: they would keep unknown fields for later.
 */
final class BuiltInKinds {

    private static final Map<String, Class<?>> CLASSES =
            Map.of(
                    "v1 ConfigMap", ConfigMap.class,
                    "v1 Namespace", Namespace.class,
                    "v1 ServiceAccount", ServiceAccount.class,
                    "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
                    "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
                    "rbac.authorization.k8s.io/v1 Role", Role.class,
                    "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
                    "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
                    "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

    private static final ObjectMapper STRICT = strict();

    private BuiltInKinds() {}

    static List<String> problems(Manifest manifest) {
        String key = manifest.at("/apiVersion").asText() + " " + manifest.kind();
        Class<?> type = CLASSES.get(key);
        return type == null
                ? List.of(manifest + ": no class for " + key)
                : refusal(manifest, manifest.tree(), type);
    }

    /** Names, labels and annotations, of whatever kind. */
    static List<String> metadataProblems(Manifest manifest) {
        return refusal(manifest, manifest.at("/metadata"), ObjectMeta.class);
    }

    private static List<String> refusal(Manifest manifest, JsonNode tree, Class<?> type) {
        try {
            STRICT.treeToValue(tree, type);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(manifest + ": " + e.getOriginalMessage());
        }
    }

    private static ObjectMapper strict() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                config ->
                                        config.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail))
                        .build();
        return mapper.registerModule(new SimpleModule().setDeserializerModifier(new NoSpareRoom()));
    }

    /** Takes away the place where the classes keep what they do not know. */
    private static final class NoSpareRoom extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config,
                BeanDescription description,
                BeanDeserializerBuilder builder) {
            builder.setAnySetter(null);
            return builder;
        }
    }
}
