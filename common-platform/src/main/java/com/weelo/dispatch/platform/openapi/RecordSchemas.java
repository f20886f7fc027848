package com.weelo.dispatch.platform.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import com.weelo.dispatch.platform.web.Degrees;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has the schemas of records require what the records do: whatever is not {@link Nullable}. */
final class RecordSchemas implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var rawClass = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (JsonNode.class.isAssignableFrom(rawClass)) {
      return new Schema<>().description("Any JSON.");
    }
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    if (schema != null && rawClass.isRecord()) {
      require(rawClass, definition(schema, context));
    }
    return schema;
  }

  private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    var reference = schema.get$ref();
    var defined =
        reference == null
            ? null
            : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    return defined == null ? schema : defined;
  }

  private static void require(Class<?> type, Schema<?> schema) {
    var properties = schema.getProperties();
    if (properties != null) {
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> properties.containsKey(field.getName()))
          .forEach(field -> limit(field, Objects.requireNonNull(properties.get(field.getName()))));
      schema.setRequired(
          Arrays.stream(type.getRecordComponents())
              .filter(component -> properties.containsKey(component.getName()))
              .filter(RecordSchemas::isThere)
              .map(RecordComponent::getName)
              .toList());
    }
  }

  private static void limit(Field field, Schema<?> schema) {
    var degrees = field.getAnnotation(Degrees.class);
    if (degrees != null) {
      schema.setMinimum(BigDecimal.valueOf(-degrees.value()));
      schema.setMaximum(BigDecimal.valueOf(degrees.value()));
    }
  }

  private static boolean isThere(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(NotNull.class)
        || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
