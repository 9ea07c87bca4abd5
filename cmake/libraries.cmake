# The libraries of ARCHITECTURE.md, each as migcheck::NAME. Debian's CMake
# packages of pugixml name shared libraries only, and those of
# toml++ and fmt force one: headers and archives are looked up instead.
find_package(Threads REQUIRED)

function(migcheck_library name header)
  set(archives ${ARGN})
  find_path(MIGCHECK_${name}_INCLUDE "${header}" REQUIRED)
  add_library(migcheck_${name} INTERFACE)
  add_library(migcheck::${name} ALIAS migcheck_${name})
  target_include_directories(
    migcheck_${name} SYSTEM INTERFACE "${MIGCHECK_${name}_INCLUDE}")
  foreach(archive IN LISTS archives)
    find_library(MIGCHECK_LIB_${archive} NAMES lib${archive}.a ${archive}
                 REQUIRED)
    target_link_libraries(migcheck_${name}
                          INTERFACE "${MIGCHECK_LIB_${archive}}")
  endforeach()
endfunction()

migcheck_library(fmt fmt/format.h)
migcheck_library(toml toml++/toml.h)
migcheck_library(cli11 CLI/CLI.hpp)
migcheck_library(json nlohmann/json.hpp)
migcheck_library(expected tl/expected.hpp)
migcheck_library(nettle nettle/sha2.h nettle)
migcheck_library(pugixml pugixml.hpp pugixml)
migcheck_library(boost_filesystem boost/filesystem.hpp boost_filesystem)
migcheck_library(boost_regex boost/regex.hpp boost_regex)

# fmt.cpp is written for one major version; any other is used as headers.
file(STRINGS "${MIGCHECK_fmt_INCLUDE}/fmt/core.h" fmt_version
     REGEX "^#define FMT_VERSION ")
if(fmt_version MATCHES " 9[0-9][0-9][0-9][0-9]$")
  add_library(migcheck_fmt_compiled STATIC cmake/fmt.cpp)
  target_include_directories(
    migcheck_fmt_compiled SYSTEM PRIVATE "${MIGCHECK_fmt_INCLUDE}")
  target_link_libraries(migcheck_fmt_compiled PRIVATE migcheck::settings)
  target_link_libraries(migcheck_fmt INTERFACE migcheck_fmt_compiled)
else()
  target_compile_definitions(migcheck_fmt INTERFACE FMT_HEADER_ONLY=1)
endif()
