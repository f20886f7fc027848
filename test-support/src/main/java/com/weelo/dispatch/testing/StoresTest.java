package com.weelo.dispatch.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A test of a whole service, on a free port and on the {@linkplain TestStores shared stores}. The
 * service is started by its own {@code main} where it has one.
 *
 * <pre>{@code
 * @StoresTest(database = "booking")
 * class BookingIT { … }
 * }</pre>
 *
 * <p>See {@link StoresInitializer} for what each context gets to itself and what it shares.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    useMainMethod = UseMainMethod.WHEN_AVAILABLE)
@ContextCustomizerFactories(StoresContextCustomizer.Factory.class)
public @interface StoresTest {

  /** How the name of its fresh database begins; empty for a service that has none. */
  String database() default "";

  /** As {@link SpringBootTest#classes()}. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
  Class<?>[] classes() default {};

  /** As {@link SpringBootTest#properties()}. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties() default {};
}
