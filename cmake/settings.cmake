# Flags that every target of this project shares: migcheck::settings.
add_library(migcheck_settings INTERFACE)
add_library(migcheck::settings ALIAS migcheck_settings)
target_include_directories(
  migcheck_settings INTERFACE "${PROJECT_SOURCE_DIR}/checker")
target_compile_options(
  migcheck_settings
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast
            -Woverloaded-virtual -Wredundant-decls -Wsuggest-override
            -Wzero-as-null-pointer-constant -fno-omit-frame-pointer
            -fstack-protector-strong -ffunction-sections -fdata-sections
            "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
target_link_options(migcheck_settings INTERFACE -Wl,--gc-sections
                    -Wl,-z,relro,-z,now)
if(MIGCHECK_WERROR)
  target_compile_options(migcheck_settings INTERFACE -Werror)
endif()
if(MIGCHECK_SANITIZE)
  target_compile_options(
    migcheck_settings INTERFACE -fsanitize=address,undefined
                                -fno-sanitize-recover=all)
  # At a fixed address: what the sanitizers note of each variable needs no
  # relocation then, which is a third of a test program.
  target_link_options(migcheck_settings INTERFACE
                      -fsanitize=address,undefined -no-pie)
else()
  # glibc refuses _FORTIFY_SOURCE without optimisation, and sanitizers replace
  # the functions that it wraps.
  target_compile_options(
    migcheck_settings
    INTERFACE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
endif()
target_compile_definitions(
  migcheck_settings INTERFACE _GLIBCXX_ASSERTIONS TOML_HEADER_ONLY=1)
if(MIGCHECK_PORTABLE)
  target_compile_definitions(migcheck_settings INTERFACE MIGCHECK_PORTABLE)
endif()
if(MIGCHECK_STATIC)
  target_compile_options(migcheck_settings INTERFACE -fPIE)
endif()

# Archives that name their objects instead of holding them once more: those of
# a sanitized build take a gigabyte.
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
  set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcT <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qT <TARGET> <LINK_FLAGS> <OBJECTS>")
endif()

# migcheck_has_twin(RESULT SOURCE): whether MIGCHECK_PORTABLE changes SOURCE,
# by itself or by a header that it includes.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/checker/*.hpp")
set(MIGCHECK_TWIN_PATTERN "MIGCHECK_PORTABLE")
foreach(header IN LISTS headers)
  file(STRINGS "${header}" twin REGEX "MIGCHECK_PORTABLE" LIMIT_COUNT 1)
  if(twin)
    file(RELATIVE_PATH header "${PROJECT_SOURCE_DIR}/checker" "${header}")
    string(APPEND MIGCHECK_TWIN_PATTERN "|\"${header}\"")
  endif()
endforeach()
function(migcheck_has_twin result source)
  file(STRINGS "${source}" twin REGEX "${MIGCHECK_TWIN_PATTERN}" LIMIT_COUNT 1)
  set(${result} "${twin}" PARENT_SCOPE)
endfunction()
